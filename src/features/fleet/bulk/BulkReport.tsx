import { ApiError, needsSignIn, requestIdOf } from '../../../api/http/errors.ts';
import type { Outcome } from '../../../api/http/inParallel.ts';
import { mayBeStopping } from '../../../api/tunnels/tunnelMutations.ts';
import { saveCsv } from '../../../browser/saveFile.ts';
import type { BulkAction } from '../../../domain/fleet/bulkPlan.ts';
import { countText } from '../../../domain/text/count.ts';
import { toCsv } from '../../../domain/text/csv.ts';
import { shortId } from '../../../domain/text/id.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { SessionEndedError } from '../../../session/tokens/SessionEndedError.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { BulkDialogFooter } from './BulkDialogFooter.tsx';
import styles from './BulkReport.module.css';
import { StillStoppingError } from './bulkRun.ts';
import { ScrollingList } from './ScrollingList.tsx';

/** Shows the result for each tunnel, with the Globus request IDs of failures. Only what failed can be retried. */
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
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
  const remaining = outcomes.filter(({ kind }) => kind !== 'done').length;
  // One demand to sign in covers every tunnel that wasn't attempted because of it.
  const signInDemand = failed.find(({ error }) => needsSignIn(error));
  const save = () =>
    saveCsv(
      'report.csv',
      toCsv([
        ['ID', 'Label', 'Result', 'Details', 'Request ID'],
        ...outcomes.map((outcome) => reportRow(action, outcome)),
      ]),
    );
  return (
    <>
      <p role="status">{summaryText(action, outcomes)}</p>
      {signInDemand && <ProblemNotice error={signInDemand.error} />}
      {failed.length > 0 && (
        <ScrollingList label="Failed tunnels" className={styles.list}>
          {failed.map(({ item, error }) => (
            <li key={item.id}>
              <p>
                <strong dir="auto">{tunnelName(item)}</strong>{' '}
                {item.label !== null && <span className="mono muted">{shortId(item.id)}</span>}
              </p>
              <p>{errorText(action, error)}</p>
              {requestIdOf(error) !== null && (
                <p className="muted">
                  Request ID <span className="mono">{requestIdOf(error)}</span>
                </p>
              )}
            </li>
          ))}
        </ScrollingList>
      )}
      <BulkDialogFooter>
        <button type="button" className="button plain" onClick={save}>
          Download report
        </button>
        {remaining > 0 && (
          <button type="button" className="button" onClick={onRetry}>
            Retry {countText(remaining, 'tunnel')}
          </button>
        )}
        <button type="button" className="button primary" onClick={onClose}>
          Close
        </button>
      </BulkDialogFooter>
    </>
  );
}

/** Returns for example "12 tunnels are stopping. Failed: 3. Not attempted: 5." */
function summaryText(action: BulkAction, outcomes: readonly Outcome<Tunnel>[]): string {
  const countOf = (wanted: Outcome<Tunnel>['kind']) => outcomes.filter(({ kind }) => kind === wanted).length;
  const [done, failed, notTried] = [countOf('done'), countOf('failed'), countOf('not-tried')];
  return [
    successText(action, done),
    failed > 0 && `Failed: ${failed.toLocaleString('en')}.`,
    notTried > 0 && `Not attempted: ${notTried.toLocaleString('en')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function successText(action: BulkAction, count: number): string {
  const isStop = action === 'stop';
  if (count === 0) return isStop ? 'No tunnels were stopped.' : 'No tunnels were deleted.';
  const verb = isStop
    ? count === 1
      ? 'is stopping'
      : 'are stopping'
    : count === 1
      ? 'was deleted'
      : 'were deleted';
  return `${countText(count, 'tunnel')} ${verb}.`;
}

const RESULTS: Readonly<Record<Outcome<Tunnel>['kind'], string>> = {
  done: 'Succeeded',
  failed: 'Failed',
  'not-tried': 'Not attempted',
};

function reportRow(action: BulkAction, outcome: Outcome<Tunnel>): (string | null)[] {
  const { item, kind } = outcome;
  const error = outcome.kind === 'failed' ? outcome.error : null;
  const details = error === null ? null : errorText(action, error);
  return [item.id, item.label, RESULTS[kind], details, requestIdOf(error)];
}

function errorText(action: BulkAction, error: unknown): string {
  if (error instanceof StillStoppingError) return 'Still stopping. Delete it later.';
  if (error instanceof SessionEndedError) return 'Your session expired.';
  if (!(error instanceof ApiError)) return 'Unexpected error.';
  const text = error.status === null ? error.detail : `${error.status}: ${error.detail}`;
  return action !== 'delete' && error.method === 'PATCH' && mayBeStopping(error)
    ? `${text} The tunnel may be stopping anyway.`
    : text;
}
