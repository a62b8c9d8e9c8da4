import { listenerEnvironmentCommand } from '../../../../domain/commands/hostCommands.ts';
import type { Recipe } from '../../../../domain/commands/recipes.ts';
import { shellQuote } from '../../../../domain/commands/shellQuote.ts';
import { type Contact, contactText, EXAMPLE_CONTACT } from '../../../../domain/tunnel/contact.ts';
import { CommandLine } from '../../../../ui/controls/CommandLine.tsx';
import { HostStep } from './HostStep.tsx';

/** Lists the steps on the listener host. Without an address, the commands show an example to replace. */
export function ListenerSteps({
  tunnelId,
  contact,
  lines,
}: {
  tunnelId: string;
  contact: Contact | null;
  lines: Recipe['listener'];
}) {
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
        <p className="small muted">You sign in twice: to Globus Transfer, and to the listener’s endpoint.</p>
      </HostStep>
      <HostStep title="Start the listening program">
        {lines.map((line) => (
          <CommandLine key={line.caption} {...line} />
        ))}
      </HostStep>
    </>
  );
}
