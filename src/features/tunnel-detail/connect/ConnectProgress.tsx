import { type ConnectStep, connectSteps } from '../../../domain/tunnel/connectSteps.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ConnectProgress.module.css';

const WORDS: Readonly<Record<ConnectStep['id'], string>> = {
  'set-up': 'Globus has set the tunnel up at both sites',
  listener: 'Globus knows where the listening program is',
  joined: 'The two sites are connected',
};

const PROGRESS: Readonly<Record<ConnectStep['progress'], string>> = {
  done: 'done',
  now: 'waiting for this',
  later: 'to come',
};

/** How far the tunnel has come. It ticks itself off as Globus tells; what Globus does not tell is not ticked. */
export function ConnectProgress({ tunnel }: { tunnel: Tunnel }) {
  const steps = connectSteps(tunnel);
  if (!steps) return null;
  return (
    <section className="card" aria-labelledby="check-list">
      <h2 id="check-list">How far along it is</h2>
      <ol className={styles.steps} aria-labelledby="check-list">
        {steps.map(({ id, progress }) => (
          <li key={id} className={styles.step} data-progress={progress}>
            <span className={styles.mark}>{progress === 'done' && <Icon name="check" />}</span>
            <span>
              {WORDS[id]}: <span className={styles.progress}>{PROGRESS[progress]}</span>
            </span>
          </li>
        ))}
        <li className={styles.step}>
          <span className={styles.mark} />
          <span>
            Your two programs talk to each other{' '}
            <span className="muted">(only they know; Globus does not tell)</span>
          </span>
        </li>
      </ol>
    </section>
  );
}
