import type { ReactNode } from 'react';
import {
  contactLookupCommand,
  LAUNCHER_PATH,
  listenerEnvironmentCommand,
  updateAddressCommand,
} from '../../../../domain/commands/hostCommands.ts';
import { shellQuote } from '../../../../domain/commands/shellQuote.ts';
import { type Contact, EXAMPLE_CONTACT } from '../../../../domain/tunnel/contact.ts';
import { CommandLine } from '../../../../ui/controls/CommandLine.tsx';
import styles from './Troubleshooting.module.css';

/** Answers what people run into on the hosts, each answer folded. */
export function Troubleshooting({ tunnelId, contact }: { tunnelId: string; contact: Contact | null }) {
  const address = contact ?? EXAMPLE_CONTACT;
  return (
    <section className="card" aria-labelledby="troubleshooting">
      <h3 id="troubleshooting">If something doesn’t work</h3>
      <Answer question="“globus-streams-launch.sh: command not found”">
        <p>Use the whole path. In some installations, the launcher’s name has no “.sh” at the end.</p>
        <CommandLine caption="The path after an installation from a package" text={LAUNCHER_PATH} />
      </Answer>
      <Answer question="“Configuration exists. Use --force to overwrite it.”">
        <p>
          You ran <span className="mono">initialize</span> before, on this host or on one with the same home
          directory. The listener address at Globus has already changed; only the configuration on the host is
          the old one.
        </p>
        <CommandLine
          caption="On the listener host, overwrite the configuration"
          text={shellQuote(listenerEnvironmentCommand(tunnelId, address, { overwrites: true }))}
        />
      </Answer>
      <Answer question="“The LAN connection for this tunnel is not secured”">
        <p>
          The tools couldn’t create a LAN secret for this side and continue without one. Anyone who can reach
          the port on that site’s network can connect. If the site requires LAN authentication, your program
          can’t connect: ask the site administrators.
        </p>
      </Answer>
      <Answer question="The program runs, but it doesn’t use the tunnel">
        <p>
          The launcher works with dynamically linked programs on Linux. It can’t redirect statically linked
          programs, setuid programs, or most programs written in Go. A tunnel carries TCP, not UDP.
        </p>
      </Answer>
      <Answer question="The listening program moved to another address or port">
        <CommandLine
          caption="On the listener host, with the new address"
          text={shellQuote(updateAddressCommand(tunnelId, address))}
        />
        <MayBeMissing />
      </Answer>
      <Answer question="You need the contact string again">
        <CommandLine caption="On the initiator host" text={shellQuote(contactLookupCommand(tunnelId))} />
        <MayBeMissing />
      </Answer>
    </section>
  );
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <details className={styles.answer}>
      <summary>{question}</summary>
      {children}
    </details>
  );
}

/** The source of the tools has these commands, but no release is known to have them [A]. */
function MayBeMissing() {
  return <p className="small muted">Your version of the tools may not have this command.</p>;
}
