import type { LoggedRequest } from '../../domain/support-bundle/loggedRequest.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { TimeText } from '../text/TimeText.tsx';
import styles from './RequestTable.module.css';

/** Lists API requests, newest first, each with its result and its Globus request ID. */
export function RequestTable({ requests }: { requests: readonly LoggedRequest[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard must get into it
    <div className={styles.scroller} tabIndex={0} role="group" aria-label="API requests">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Service</th>
            <th scope="col">Request</th>
            <th scope="col">Status</th>
            <th scope="col">Duration</th>
            <th scope="col">Request ID</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(
            ({ id, startedAtMs, service, method, path, status, failure, durationMs, requestId }) => (
              <tr key={id}>
                <td data-name="When">
                  <TimeText ms={startedAtMs} />
                </td>
                <td data-name="Service">{service}</td>
                <td className={`mono ${styles.path}`}>
                  {method} {path}
                </td>
                <td
                  data-name="Status"
                  className={status !== null && status < 400 ? undefined : styles.failed}
                >
                  {status ?? failure}
                </td>
                <td data-name="Duration">{durationMs} ms</td>
                <td data-name="Request ID" className="mono">
                  {requestId ? (
                    <span className="row" style={{ gap: 0, flexWrap: 'nowrap' }}>
                      {requestId}
                      <CopyButton text={requestId} contentLabel="request ID" compact />
                    </span>
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
