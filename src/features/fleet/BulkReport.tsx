import { ApiError, needsSignIn, requestIdOf } from '../../api/errors.ts';
import type { BulkAction } from '../../domain/bulkPlan.ts';
import { toCsv } from '../../domain/csv.ts';
import type { Outcome } from '../../domain/inParallel.ts';
import { type Tunnel, tunnelName } from '../../domain/tunnel.ts';
import { SessionEndedError } from '../../session/SessionEndedError.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { saveCsv } from '../../ui/saveFile.ts';
import styles from './BulkBar.module.css';
import { StillStoppingError } from './bulkRun.ts';

const DONE: Readonly<Record<BulkAction, string>> = {
  stop: 'asked to stop',
  delete: 'deleted',
  'stop-and-delete': 'deleted',
};

/** How each tunnel went, with Globus' request ids; what failed can be tried again, and only that. */
export function BulkReport({
  action,
  outcomes,
  onRetry,
  onClose,
}: {
  action: BulkAction;
  outcomes: readonly Outcome<Tunnel>[];
  onRetry: () => void;
  onClose: () => void;
}) {
  const done = outcomes.filter(({ kind }) => kind === 'done').length;
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
  const notTried = outcomes.filter(({ kind }) => kind === 'not-tried').length;
  // One that asks the person for something speaks for all that were not tried after it.
  const asking = failed.find(({ error }) => needsSignIn(error));
  const save = () =>
    saveCsv(
      'report.csv',
      toCsv([['id', 'label', 'outcome', 'what happened', 'request id'], ...outcomes.map(reportRow)]),
    );
  return (
    <>
      <p role="status">
        {done} {DONE[action]}
        {failed.length > 0 && `, ${failed.length} failed`}
        {notTried > 0 && `, ${notTried} not tried`}.
      </p>
      {asking && <ProblemNotice error={asking.error} />}
      {failed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <ul className={styles.list} aria-label="What failed" tabIndex={0}>
          {failed.map(({ item, error }) => (
            <li key={item.id}>
              <bdi>{tunnelName(item)}</bdi> <span>{whatHappened(error)}</span>
              <span className="mono muted">{requestIdOf(error)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <button type="button" className="button plain" onClick={save}>
          Save the report
        </button>
        {failed.length + notTried > 0 && (
          <button type="button" className="button" onClick={onRetry}>
            Try {failed.length + notTried} again
          </button>
        )}
        <button type="button" className="button primary" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}

function reportRow(outcome: Outcome<Tunnel>): (string | null)[] {
  const { item, kind } = outcome;
  const error = outcome.kind === 'failed' ? outcome.error : null;
  return [item.id, item.label, kind, error === null ? null : whatHappened(error), requestIdOf(error)];
}

function whatHappened(error: unknown): string {
  if (error instanceof StillStoppingError) return 'still stopping: delete it later';
  if (error instanceof SessionEndedError) return 'your sign-in is over';
  if (!(error instanceof ApiError)) return 'failed';
  return error.status === null ? error.detail : `${error.status}: ${error.detail}`;
}
