import { launchCommand, listenerEnvironmentCommand } from '../../../domain/commands/hostCommands.ts';
import { shellQuote } from '../../../domain/commands/shellQuote.ts';
import { type Contact, contactText, EXAMPLE_CONTACT } from '../../../domain/tunnel/contact.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { HostStep } from './HostStep.tsx';

/** Lists the steps on the listener host. Without an address, the commands show an example to replace. */
export function ListenerSteps({ tunnelId, contact }: { tunnelId: string; contact: Contact | null }) {
  return (
    <>
      <HostStep title="Register your program’s address">
        <CommandLine
          caption={
            contact
              ? 'Configures this host as the listener'
              : `Replace ${contactText(EXAMPLE_CONTACT)} with your program’s address and port`
          }
          text={shellQuote(listenerEnvironmentCommand(tunnelId, contact ?? EXAMPLE_CONTACT))}
        />
      </HostStep>
      <HostStep title="Start the listening program">
        <CommandLine
          caption="Replace YOUR_LISTENER with your program"
          text={shellQuote(launchCommand(tunnelId, ['YOUR_LISTENER'], contact?.port ?? null))}
        />
      </HostStep>
    </>
  );
}
