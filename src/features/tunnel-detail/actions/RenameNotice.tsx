import { useMutation } from '@tanstack/react-query';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import styles from './RenameNotice.module.css';

/** A label that was changed here: what it was before, and what Globus answered. */
export interface RenameResult {
  before: string | null;
  after: string | null;
}

/** Says what became of a new label, and takes it back; when somebody else was quicker, says that instead. */
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
  const isStillOurs = tunnel.label === result.after || undo.isPending;
  return (
    <div className={styles.notice}>
      <p role="status">
        {isStillOurs ? (
          'Renamed.'
        ) : (
          <>
            Somebody else has renamed it since: the label is now{' '}
            {tunnel.label ? (
              <>
                “<bdi>{tunnel.label}</bdi>”
              </>
            ) : (
              'empty'
            )}
            .
          </>
        )}
      </p>
      <div className="row">
        {isStillOurs && (
          <button
            type="button"
            className="button"
            aria-disabled={undo.isPending}
            onClick={() => !undo.isPending && undo.mutate(result.before, { onSuccess: onClose })}
          >
            Undo
          </button>
        )}
        <button type="button" className="button plain" onClick={onClose}>
          {isStillOurs ? 'Keep it' : 'All right'}
        </button>
      </div>
      {undo.error != null && <ProblemNotice error={undo.error} />}
    </div>
  );
}
