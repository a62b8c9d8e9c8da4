import { cliCreateCommand, shellQuote } from '../../domain/tunnel/commands.ts';
import { pythonScript } from '../../domain/tunnel/pythonScript.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { CommandLine } from '../controls/CommandLine.tsx';

/** Explains how to create a tunnel without the dashboard: with a Globus CLI command, and with a Python script. */
export function CreateWithCliOrPython({
  subject,
  request,
}: {
  /** What the command and the script create. */
  subject: 'this tunnel' | 'a similar tunnel';
  request: Omit<TunnelRequest, 'submissionId'>;
}) {
  return (
    <>
      <details>
        <summary>Create {subject} with the Globus CLI</summary>
        <CommandLine caption="Run this in a terminal" text={shellQuote(cliCreateCommand(request))} />
      </details>
      <details>
        <summary>Create {subject} with Python</summary>
        <CommandLine caption="Standalone script for globus-sdk 4" text={pythonScript(request)} />
      </details>
    </>
  );
}
