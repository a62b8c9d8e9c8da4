import { CLI_VERSION, cliCreateCommand } from '../../domain/commands/cliCommands.ts';
import { powerShellQuote } from '../../domain/commands/powerShellQuote.ts';
import { pythonScript } from '../../domain/commands/pythonScript.ts';
import { shellQuote } from '../../domain/commands/shellQuote.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { CommandLine } from '../controls/CommandLine.tsx';
import { CliSessionCommands } from './CliSessionCommands.tsx';

/** Explains how to create a tunnel without the dashboard: with a Globus CLI command, and with a Python script. */
export function CreateWithCliOrPython({
  subject,
  request,
}: {
  /** What the command and the script create. */
  subject: 'this tunnel' | 'a similar tunnel';
  request: Omit<TunnelRequest, 'submissionId'>;
}) {
  const command = cliCreateCommand(request);
  return (
    <>
      <details>
        <summary>Create {subject} with the Globus CLI</summary>
        <div className="stack">
          <p className="small">For version {CLI_VERSION} of the Globus CLI.</p>
          <CommandLine caption="In bash or zsh" text={shellQuote(command)} />
          <CommandLine caption="In PowerShell 7.3 or later" text={powerShellQuote(command)} />
          <p className="small">
            The command can’t set the listener address. Set it later on the tunnel’s page, or with{' '}
            <span className="mono">globus-streams environment initialize</span> on the listener host.
          </p>
          <CliSessionCommands />
        </div>
      </details>
      <details>
        <summary>Create {subject} with Python</summary>
        <CommandLine
          caption="Standalone script for globus-sdk 4.3 or later. If a site requires another sign-in, the script starts it."
          text={pythonScript(request)}
        />
      </details>
    </>
  );
}
