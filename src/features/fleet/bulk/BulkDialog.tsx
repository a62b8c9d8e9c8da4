import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../../api/http/inParallel.ts';
import { type BulkAction, needsStopFirst, planBulkAction } from '../../../domain/fleet/bulkPlan.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { usePersistSelection } from '../table/useSelection.ts';
import { BulkConfirmation } from './BulkConfirmation.tsx';
import { BulkProgressView } from './BulkProgressView.tsx';
import { BulkReport } from './BulkReport.tsx';
import { type BulkProgress, runBulk } from './bulkRun.ts';

const TITLES: Readonly<Record<BulkAction, string>> = {
  stop: 'Stop these tunnels?',
  delete: 'Delete these tunnels?',
  'stop-and-delete': 'Stop these tunnels, then delete them?',
};

/** One question for many tunnels, then how far it is, then how each of them went. */
export function BulkDialog({
  request,
  onClose,
}: {
  request: { action: BulkAction; tunnels: Tunnel[] };
  /** Told which tunnels are left over, or null when nothing was done. */
  onClose: (left: Tunnel[] | null) => void;
}) {
  const client = useQueryClient();
  const [action, setAction] = useState(request.action);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome<Tunnel>[] | null>(null);
  const off = useRef(new AbortController());
  const plan = planBulkAction(action, request.tunnels);

  const run = async (tunnels: readonly Tunnel[], before: readonly Outcome<Tunnel>[]) => {
    off.current = new AbortController();
    const results = await runBulk(client, action, tunnels, setProgress, off.current.signal);
    setProgress(null);
    setOutcomes([...before, ...results]);
  };
  const left = outcomes?.filter(({ kind }) => kind !== 'done').map(({ item }) => item) ?? null;
  const retry = () => {
    const done = outcomes?.filter(({ kind }) => kind === 'done') ?? [];
    void run(left ?? [], done);
  };
  // Who goes to another page sees neither how far it is nor a way to call it off.
  useEffect(() => () => off.current.abort(), []);
  usePersistSelection(left);
  // While it runs, Escape must not make a run invisible.
  const close = () => !progress && onClose(left);

  if (progress) {
    return (
      <Dialog title={progress.phase} onClose={close}>
        <BulkProgressView progress={progress} onCancel={() => off.current.abort()} />
      </Dialog>
    );
  }
  if (outcomes) {
    return (
      <Dialog title="How it went" onClose={close}>
        <BulkReport action={action} outcomes={outcomes} onRetry={retry} onClose={close} />
      </Dialog>
    );
  }
  return (
    <Dialog title={TITLES[action]} onClose={close}>
      <BulkConfirmation
        action={action}
        plan={plan}
        onStopFirst={needsStopFirst(action, plan) ? () => setAction('stop-and-delete') : null}
        onConfirm={() => void run(plan.eligible, [])}
        onClose={close}
      />
    </Dialog>
  );
}
