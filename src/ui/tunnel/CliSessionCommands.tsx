import { CLI_SESSION_COMMANDS } from '../../domain/commands/cliCommands.ts';
import { CommandLine } from '../controls/CommandLine.tsx';

/** Explains how to meet a site's requirements with the Globus CLI. */
export function CliSessionCommands() {
  return (
    <details>
      <summary>If a site requires another sign-in or a consent</summary>
      <div className="stack">
        <p className="small">
          The error message names what the site requires. Run the command that fits with that value, then
          repeat the first command.
        </p>
        {CLI_SESSION_COMMANDS.map((command) => (
          <CommandLine key={command.caption} {...command} />
        ))}
      </div>
    </details>
  );
}
