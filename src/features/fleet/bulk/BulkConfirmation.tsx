import type { BulkAction, BulkPlan } from '../../../domain/fleet/bulkPlan.ts';
import { countText } from '../../../domain/text/count.ts';
import { tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';
import { BulkDialogFooter } from './BulkDialogFooter.tsx';
import { BULK_VERBS } from './bulkVerbs.ts';
import { TunnelNameList } from './TunnelNameList.tsx';

/** Names the tunnels that the action affects and those it can't affect, before anything happens. */
export function BulkConfirmation({
  action,
  plan: { eligible, ineligible },
  onStopFirst,
  onConfirm,
  onClose,
}: {
  action: BulkAction;
  plan: BulkPlan;
  /** Set when stopping the tunnels first would make it possible to delete them. */
  onStopFirst: (() => void) | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const pastVerb = PAST_VERBS[action];
  return (
    <>
      {eligible.length > 0 && (
        <>
          <p>{CONSEQUENCES[action]}</p>
          <TunnelNameList
            label={`These tunnels will be ${pastVerb}`}
            items={eligible.map((tunnel) => ({ tunnel, detail: tunnelStateLabel(tunnel) }))}
          />
        </>
      )}
      {ineligible.length > 0 && (
        <>
          <p>
            {countText(ineligible.length, 'tunnel')} can’t be {pastVerb}:
          </p>
          <TunnelNameList
            label={`These tunnels can’t be ${pastVerb}`}
            items={ineligible.map(({ tunnel, reason }) => ({ tunnel, detail: reason }))}
          />
        </>
      )}
      {onStopFirst && (
        <p className="row">
          Only stopped tunnels can be deleted.
          <button type="button" className="button danger" onClick={onStopFirst}>
            Stop and delete all {countText(eligible.length + ineligible.length, 'tunnel')}
          </button>
        </p>
      )}
      <BulkDialogFooter>
        <DialogButtons
          isFinal
          action={
            eligible.length > 0 ? `${BULK_VERBS[action]} ${countText(eligible.length, 'tunnel')}` : undefined
          }
          onAction={onConfirm}
          onCancel={onClose}
        />
      </BulkDialogFooter>
    </>
  );
}

const PAST_VERBS: Readonly<Record<BulkAction, string>> = {
  stop: 'stopped',
  delete: 'deleted',
  'stop-and-delete': 'stopped and deleted',
};

const CONSEQUENCES: Readonly<Record<BulkAction, string>> = {
  stop: 'All connections through these tunnels will close. Stopped tunnels can’t be restarted.',
  delete: 'These tunnels and their events will be deleted for everyone. This can’t be undone.',
  'stop-and-delete':
    'All connections through these tunnels will close. Once stopped, the tunnels and their events will be deleted for everyone. This can’t be undone.',
};
