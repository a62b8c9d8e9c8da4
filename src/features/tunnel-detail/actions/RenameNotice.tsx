import { useMutation } from '@tanstack/react-query';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';

/** A label changed on this page: what it was before, and what Globus returned. */
export interface RenameResult {
  before: string | null;
  after: string | null;
}

/** Confirms a new label and offers to undo it, or says that someone else has changed it since. */
export function RenameNotice({
  tunnel,
  result,
  onClose,
}: {
  tunnel: Tunnel;
  result: RenameResult;
  onClose: () => void;
}) {
  const undo = useMutation(tunnelMutations.rename(tunnel.id));
  const isUnchanged = tunnel.label === result.after || undo.isPending;
  return (
    <>
      <Notice
        onDismiss={onClose}
        actions={
          isUnchanged && (
            <button
              type="button"
              className="button"
              aria-disabled={undo.isPending}
              onClick={() => !undo.isPending && undo.mutate(result.before, { onSuccess: onClose })}
            >
              Undo
            </button>
          )
        }
      >
        <p>{isUnchanged ? 'Tunnel renamed.' : <LaterRename label={tunnel.label} />}</p>
      </Notice>
      {undo.error != null && <ProblemNotice error={undo.error} />}
    </>
  );
}

function LaterRename({ label }: { label: string | null }) {
  if (!label) return 'Someone else removed the label.';
  return (
    <>
      Someone else renamed this tunnel to “<bdi>{label}</bdi>”.
    </>
  );
}
