import { type ReactNode, useId } from 'react';
import styles from './HostCard.module.css';

/** Shows one host and its numbered steps, each a {@link HostStep}. */
export function HostCard({
  title,
  subtitle,
  children,
}: {
  title: string;
  subtitle: string;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <p className="muted small">
        <bdi>{subtitle}</bdi>
      </p>
      <ol className={styles.steps}>{children}</ol>
    </section>
  );
}
