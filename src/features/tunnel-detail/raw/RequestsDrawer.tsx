import { useSyncExternalStore } from 'react';
import { requestLog, subscribeToRequestLog } from '../../../api/http/requestLog.ts';
import { RequestTable } from '../../../ui/tunnel/RequestTable.tsx';
import styles from './RequestsDrawer.module.css';

/** Lists this browser tab's API requests live, without tokens, queries, or bodies. For developers and support. */
export function RequestsDrawer({ onClose }: { onClose: () => void }) {
  const requests = useSyncExternalStore(subscribeToRequestLog, requestLog);
  return (
    <section className={styles.drawer} aria-labelledby="requests-title">
      <div className={styles.top}>
        <h2 id="requests-title">API requests from this browser tab</h2>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
      <RequestTable requests={requests} />
    </section>
  );
}
