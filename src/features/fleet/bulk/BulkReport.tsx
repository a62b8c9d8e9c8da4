import { ApiError, needsSignIn, requestIdOf } from '../../../api/http/errors.ts';
import type { Outcome } from '../../../api/http/inParallel.ts';
import { saveCsv } from '../../../browser/saveFile.ts';
import type { BulkAction } from '../../../domain/fleet/bulkPlan.ts';
import { toCsv } from '../../../domain/text/csv.ts';
import { shortId } from '../../../domain/text/id.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { SessionEndedError } from '../../../session/tokens/SessionEndedError.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import styles from './BulkBar.module.css';
import { StillStoppingError } from './bulkRun.ts';

const DONE: Readonly<Record<BulkAction, string>> = {
  stop: 'asked to stop',
  delete: 'deleted',
  'stop-and-delete': 'deleted',
};

const NONE_DONE: Readonly<Record<BulkAction, string>> = {
  stop: 'No tunnel was stopped',
  delete: 'No tunnel was deleted',
  'stop-and-delete': 'No tunnel was deleted',
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
  const leftOver = [failed.length > 0 && `${failed.length} failed`, notTried > 0 && `${notTried} not tried`]
    .filter(Boolean)
    .join(', ');
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
        {done === 0 ? `${NONE_DONE[action]}: ` : `${done} ${DONE[action]}${leftOver && ', '}`}
        {leftOver}.
      </p>
      {asking && <ProblemNotice error={asking.error} />}
      {failed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <ul className={`${styles.list} ${styles.failures}`} aria-label="What failed" tabIndex={0}>
          {failed.map(({ item, error }) => (
            <li key={item.id}>
              <p>
                <strong dir="auto">{tunnelName(item)}</strong>{' '}
                {item.label !== null && <span className="mono muted">{shortId(item.id)}</span>}
              </p>
              <p>{whatHappened(error)}</p>
              {requestIdOf(error) !== null && (
                <p className="muted">
                  Request ID <span className="mono">{requestIdOf(error)}</span>
                </p>
              )}
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
