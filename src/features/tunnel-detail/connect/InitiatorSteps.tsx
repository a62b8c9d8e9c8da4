import { initiatorEnvironmentCommand, launchCommand } from '../../../domain/commands/hostCommands.ts';
import { shellQuote } from '../../../domain/commands/shellQuote.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { HostStep } from './HostStep.tsx';

/** Lists the steps on the initiator host, which may be the listener host too. */
export function InitiatorSteps({ tunnelId, isSameHost }: { tunnelId: string; isSameHost: boolean }) {
  return (
    <>
      <HostStep title="Get the contact string">
        <CommandLine
          caption="Configures this host as the initiator and prints the contact string"
          text={shellQuote(initiatorEnvironmentCommand(tunnelId))}
        />
        {isSameHost && (
          <p className="small muted">
            If a configuration already exists, add <span className="mono">--force</span>.
          </p>
        )}
      </HostStep>
      <HostStep title="Start the connecting program">
        <CommandLine
          caption="Replace YOUR_INITIATOR with your program, and pass it the contact string"
          text={shellQuote(launchCommand(tunnelId, ['YOUR_INITIATOR'], null))}
        />
      </HostStep>
    </>
  );
}
