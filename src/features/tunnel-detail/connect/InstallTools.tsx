import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { HostStep } from './HostStep.tsx';

const USER_GUIDE = 'https://docs.globus.org/globus-connect-server/v5.4/streaming-guide/user/';

/** Explains what to install on a host before its first tunnel. */
export function InstallTools() {
  return (
    <HostStep title="Install the tools (first time only)">
      <details>
        <summary>
          Linux: <span className="mono">globus-streams-libs</span> and the{' '}
          <span className="mono">globus-streams</span> command
        </summary>
        <CommandLine caption="Fedora, RHEL, and related" text="sudo dnf install globus-streams-libs" />
        <CommandLine caption="Debian, Ubuntu" text="sudo apt install globus-streams-libs" />
        <p className="small">
          To add the package repository, get the globus-streams command, or install without root access, see
          the{' '}
          <a href={USER_GUIDE} target="_blank" rel="noopener noreferrer">
            Globus streaming user guide <Icon name="link" />
            <span className="visually-hidden"> (opens in a new tab)</span>
          </a>
          .
        </p>
      </details>
    </HostStep>
  );
}
