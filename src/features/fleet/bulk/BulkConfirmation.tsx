import type { BulkAction, BulkPlan } from '../../../domain/fleet/bulkPlan.ts';
import { shortId } from '../../../domain/text/id.ts';
import { tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';
import styles from './BulkBar.module.css';

const VERBS: Readonly<Record<BulkAction, string>> = {
  stop: 'Stop',
  delete: 'Delete',
  'stop-and-delete': 'Stop and delete',
};

/** More names than this nobody reads; how many there are is said. */
const MOST_NAMED = 100;

/** What is hit and what cannot be, by name, before anything happens. */
export function BulkConfirmation({
  action,
  plan: { eligible, ineligible },
  onStopFirst,
  onConfirm,
  onClose,
}: {
  action: BulkAction;
  plan: BulkPlan;
  /** Where it helps to stop first what still runs. */
  onStopFirst: (() => void) | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const tunnelCount = `${eligible.length} ${eligible.length === 1 ? 'tunnel' : 'tunnels'}`;
  return (
    <>
      {eligible.length > 0 && (
        <>
          <p>{MEANING[action]}</p>
          <Names
            label="What is hit"
            items={eligible.map((tunnel) => ({ tunnel, words: tunnelStateLabel(tunnel) }))}
          />
        </>
      )}
      {ineligible.length > 0 && (
        <>
          <p>
            {ineligible.length} of them cannot be {action === 'stop' ? 'stopped' : 'deleted'}:
          </p>
          <Names
            label="What cannot be hit"
            items={ineligible.map(({ tunnel, reason }) => ({ tunnel, words: reason }))}
          />
        </>
      )}
      {onStopFirst && (
        <p className="row">
          Only a stopped tunnel can be deleted.
          <button type="button" className="button danger" onClick={onStopFirst}>
            Stop them first, then delete all {eligible.length + ineligible.length}
          </button>
        </p>
      )}
      <div className={styles.buttons}>
        <DialogButtons
          isFinal
          action={eligible.length > 0 ? `${VERBS[action]} ${tunnelCount}` : undefined}
          onAction={onConfirm}
          onCancel={onClose}
        />
      </div>
    </>
  );
}

const MEANING: Readonly<Record<BulkAction, string>> = {
  stop: 'Each closes, and so does every connection through it. None can be started again.',
  delete: 'They and their events go away for everybody who sees them. This cannot be undone.',
  'stop-and-delete':
    'Each closes with every connection through it, and goes away with its events once it has stopped. This cannot be undone.',
};

function Names({
  label,
  items,
}: {
  label: string;
  items: { tunnel: { id: string; label: string | null }; words: string }[];
}) {
  return (
    // A list that scrolls must be reachable by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <ul className={`${styles.list} ${styles.tunnelList}`} aria-label={label} tabIndex={0}>
      {items.slice(0, MOST_NAMED).map(({ tunnel, words }) => (
        <li key={tunnel.id}>
          <span className={styles.name}>
            <bdi>{tunnelName(tunnel)}</bdi>
          </span>{' '}
          {/* Several have one label; one without any is called by its id. */}
          {tunnel.label !== null && <span className="mono muted">{shortId(tunnel.id)}</span>}{' '}
          <span className={`muted ${styles.reason}`}>{words}</span>
        </li>
      ))}
      {items.length > MOST_NAMED && (
        <li className={`muted ${styles.more}`}>and {items.length - MOST_NAMED} more</li>
      )}
    </ul>
  );
}
