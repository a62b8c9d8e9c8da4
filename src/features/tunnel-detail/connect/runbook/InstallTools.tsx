import { INSTALL_COMMAND_LINES } from '../../../../domain/commands/hostCommands.ts';
import { CommandLine } from '../../../../ui/controls/CommandLine.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { HostStep } from './HostStep.tsx';
import styles from './InstallTools.module.css';

const USER_GUIDE = 'https://docs.globus.org/globus-connect-server/v5.4/streaming-guide/user/';

/** Explains what to install on a host before its first tunnel. */
export function InstallTools() {
  return (
    <HostStep title="Install the tools (first time only)">
      <details className={styles.install}>
        <summary>Linux: a library and a command</summary>
        <p className="small">
          First, the library, which programs are started with. It comes from the same package repository as
          Globus Connect Server.
        </p>
        <CommandLine caption="Fedora, RHEL, and related" text="sudo dnf install globus-streams-libs" />
        <CommandLine caption="Debian, Ubuntu" text="sudo apt install globus-streams-libs" />
        <p className="small">
          To add the repository, or to install a tarball without root access, see the{' '}
          <a href={USER_GUIDE} target="_blank" rel="noopener noreferrer">
            Globus streaming user guide <Icon name="link" />
            <span className="visually-hidden"> (opens in a new tab)</span>
          </a>
          .
        </p>
        <CommandLine
          caption="Then, the globus-streams command, in a Python virtual environment"
          text={INSTALL_COMMAND_LINES}
        />
        <p className="small">
          In each new terminal, activate the environment first:{' '}
          <span className="mono">. ~/streams-cli/bin/activate</span>
        </p>
      </details>
    </HostStep>
  );
}
