import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../../api/http/inParallel.ts';
import { type BulkAction, needsStopFirst, planBulkAction } from '../../../domain/fleet/bulkPlan.ts';
import { countText } from '../../../domain/text/count.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { usePersistSelection } from '../table/useSelection.ts';
import { BulkConfirmation } from './BulkConfirmation.tsx';
import { BulkProgressView } from './BulkProgressView.tsx';
import { BulkReport } from './BulkReport.tsx';
import { type BulkProgress, runBulk } from './bulkRun.ts';
import { BULK_VERBS } from './bulkVerbs.ts';

/** Asks for confirmation once for many tunnels, then shows the progress, then the result for each tunnel. */
export function BulkDialog({
  request,
  onClose,
}: {
  request: { action: BulkAction; tunnels: Tunnel[] };
  /** Called with the tunnels that the action didn't succeed for, or with null when it didn't run. */
  onClose: (remaining: Tunnel[] | null) => void;
}) {
  const client = useQueryClient();
  const [action, setAction] = useState(request.action);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome<Tunnel>[] | null>(null);
  const abort = useRef(new AbortController());
  const plan = planBulkAction(action, request.tunnels);

  const run = async (tunnels: readonly Tunnel[], earlier: readonly Outcome<Tunnel>[]) => {
    abort.current = new AbortController();
    const results = await runBulk(client, action, tunnels, setProgress, abort.current.signal);
    setProgress(null);
    setOutcomes([...earlier, ...results]);
  };
  const remaining = outcomes?.filter(({ kind }) => kind !== 'done').map(({ item }) => item) ?? null;
  const retry = () => {
    const succeeded = outcomes?.filter(({ kind }) => kind === 'done') ?? [];
    void run(remaining ?? [], succeeded);
  };
  // On another page there is neither progress nor a way to cancel, so leaving cancels.
  useEffect(() => () => abort.current.abort(), []);
  usePersistSelection(remaining);
  // Escape can't close the dialog while the action runs.
  const close = () => !progress && onClose(remaining);

  if (progress) {
    return (
      <Dialog title={progress.phase} onClose={close}>
        <BulkProgressView progress={progress} onCancel={() => abort.current.abort()} />
      </Dialog>
    );
  }
  if (outcomes) {
    return (
      <Dialog title="Results" onClose={close}>
        <BulkReport action={action} outcomes={outcomes} onRetry={retry} onClose={close} />
      </Dialog>
    );
  }
  const count = plan.eligible.length || request.tunnels.length;
  return (
    <Dialog title={`${BULK_VERBS[action]} ${countText(count, 'tunnel')}?`} onClose={close}>
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
