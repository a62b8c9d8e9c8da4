import { isNotFoundOrForbidden, requestIdOf } from '../../api/http/errors.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { useLastError } from '../../ui/notices/useLastError.ts';
import styles from './NotFoundResult.module.css';

/** The part of a query that the result depends on; TanStack Query's results fit. */
interface Lookup {
  data: unknown;
  error: unknown;
  errorUpdatedAt: number;
  refetch: () => unknown;
}

const NO_LOOKUP: Lookup = { data: undefined, error: null, errorUpdatedAt: 0, refetch: () => undefined };

/** Shows the result for an ID without a match: still searching, not found, or a lookup that failed. */
export function NotFoundResult({
  tunnel = NO_LOOKUP,
  accessPoint = NO_LOOKUP,
}: {
  tunnel: Lookup | undefined;
  accessPoint: Lookup | undefined;
}) {
  const lookups = [
    { label: 'Tunnels', error: useLastError(tunnel) },
    { label: 'Access points', error: useLastError(accessPoint) },
  ];
  if (lookups.some(({ error }) => error === null)) return <p role="status">Searching…</p>;
  const failed = lookups.find(({ error }) => !isNotFoundOrForbidden(error));
  if (failed === undefined) {
    return (
      <div>
        <p>Not found. No tunnel or access point that you can see has this ID.</p>
        <div className="row">
          {lookups.map(({ label, error }) => (
            <RequestId key={label} id={requestIdOf(error)} />
          ))}
        </div>
      </div>
    );
  }
  return (
    <>
      <ul className={styles.lookups}>
        {lookups.map(({ label, error }) => (
          <li key={label}>
            {label}: {isNotFoundOrForbidden(error) ? 'not found or no access' : 'lookup failed'}
            {error !== failed.error && <RequestId id={requestIdOf(error)} />}
          </li>
        ))}
      </ul>
      <ProblemNotice
        error={failed.error}
        onRetry={() => {
          void tunnel.refetch();
          void accessPoint.refetch();
        }}
      />
    </>
  );
}
