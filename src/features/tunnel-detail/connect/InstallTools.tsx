import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './HostCommands.module.css';

/** Globus' own guide: packages and how to install without root. */
const GUIDE = 'https://docs.globus.org/globus-connect-server/v5.4/streaming-guide/user/';

/** What a host needs before its first tunnel. */
export function InstallTools() {
  return (
    <li className={styles.step}>
      <h4 className={styles.title}>Install the tools, once</h4>
      <details>
        <summary>
          Linux with <span className="mono">globus-streams-libs</span> and the{' '}
          <span className="mono">globus-streams</span> command
        </summary>
        <CommandLine caption="Fedora, RHEL and their kin" text="sudo dnf install globus-streams-libs" />
        <CommandLine caption="Debian, Ubuntu" text="sudo apt install globus-streams-libs" />
        <p className="small">
          <a href={GUIDE} target="_blank" rel="noopener noreferrer">
            Globus' guide <Icon name="link" />
            <span className="visually-hidden"> (opens in a new tab)</span>
          </a>{' '}
          tells which package source to add first, how to get the globus-streams command, and how to install
          both without being root.
        </p>
      </details>
    </li>
  );
}
