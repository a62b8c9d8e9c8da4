import { cliCreateCommand, shellQuote } from '../../domain/tunnel/commands.ts';
import { pythonScript } from '../../domain/tunnel/pythonScript.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { CommandLine } from '../controls/CommandLine.tsx';

/** A tunnel to be made without this page: with the Globus CLI, and as a Python script. */
export function CreateWithCliOrPython({
  subject,
  request,
}: {
  /** What is made: "this tunnel". */
  subject: string;
  request: Omit<TunnelRequest, 'submissionId'>;
}) {
  return (
    <>
      <details>
        <summary>Make {subject} with the Globus CLI</summary>
        <CommandLine caption="In a terminal" text={shellQuote(cliCreateCommand(request))} />
      </details>
      <details>
        <summary>Make {subject} with a Python script</summary>
        <CommandLine caption="A file of its own, for globus-sdk 4" text={pythonScript(request)} />
      </details>
    </>
  );
}
