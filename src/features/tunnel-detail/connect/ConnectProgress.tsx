import { type ConnectStep, connectSteps } from '../../../domain/tunnel/connectSteps.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ConnectProgress.module.css';

const STEP_LABELS: Readonly<Record<ConnectStep['id'], string>> = {
  setup: 'Set up at both sites',
  listener: 'Listener address entered',
  connected: 'Sites connected',
};

const PROGRESS_LABELS: Readonly<Record<ConnectStep['progress'], string>> = {
  done: 'done',
  current: 'waiting',
  upcoming: 'not started',
};

/** Lists the steps to a working connection, checked off as Globus reports them. The last one is never reported. */
export function ConnectProgress({ tunnel }: { tunnel: Tunnel }) {
  const steps = connectSteps(tunnel);
  if (!steps) return null;
  return (
    <section className="card" aria-labelledby="connect-progress">
      <h2 id="connect-progress" className="visually-hidden">
        Progress
      </h2>
      <ol className={styles.steps} aria-labelledby="connect-progress">
        {steps.map(({ id, progress }) => (
          <li key={id} className={styles.step} data-progress={progress}>
            <span className={styles.mark}>{progress === 'done' && <Icon name="check" />}</span>
            <span>
              {STEP_LABELS[id]}: <span className={styles.progress}>{PROGRESS_LABELS[progress]}</span>
            </span>
          </li>
        ))}
        <li className={styles.step}>
          <span className={styles.mark} />
          <span>
            Programs connected: <span className="muted">Globus doesn’t report this</span>
          </span>
        </li>
      </ol>
    </section>
  );
}
