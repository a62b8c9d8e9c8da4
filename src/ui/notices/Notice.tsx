import type { ReactNode } from 'react';
import styles from './Notice.module.css';
import { RequestId } from './RequestId.tsx';

/** Shows a message in a box: what happened, what it means, and what the reader can do. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  requestId = null,
  role = tone === 'problem' ? 'alert' : 'status',
  onDismiss,
}: {
  tone?: 'info' | 'warning' | 'problem' | 'success';
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons and links, the main one first. */
  actions?: ReactNode;
  /** The Globus request that the message is about. */
  requestId?: string | null;
  /** How screen readers announce it; 'none' for a message that is part of the page from the start. */
  role?: 'alert' | 'status' | 'none';
  onDismiss?: () => void;
}) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <div className={styles.text}>
        {title != null && <h2 dir="auto">{title}</h2>}
        {children}
      </div>
      {(actions || onDismiss) && (
        <div className="row">
          {actions}
          {onDismiss && (
            <button type="button" className="button plain" onClick={onDismiss}>
              Dismiss
            </button>
          )}
        </div>
      )}
      <RequestId id={requestId} />
    </div>
  );
}
