import styles from './Subscription.module.css';

/** Shows whether an endpoint has a subscription, which streaming needs. */
export function Subscription({ hasSubscription }: { hasSubscription: boolean | null }) {
  if (hasSubscription === null) return <span className="muted">Unknown</span>;
  return hasSubscription ? 'Yes' : <strong className={styles.missing}>Streaming needs a subscription</strong>;
}
