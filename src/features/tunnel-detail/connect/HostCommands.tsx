import { type ReactNode, useId } from 'react';
import {
  initiatorEnvironmentCommand,
  launchCommand,
  listenerEnvironmentCommand,
  shellQuote,
} from '../../../domain/tunnel/commands.ts';
import { type Contact, EXAMPLE_CONTACT } from '../../../domain/tunnel/contact.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import styles from './HostCommands.module.css';
import { InstallTools } from './InstallTools.tsx';

/** What to type on each side's machine, with this tunnel's id and addresses in it. */
export function HostCommands({
  tunnel,
  initiator,
  listener,
  draftContact,
  isSameHost,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  /** The listener's contact as it is being typed, until Globus has one. */
  draftContact: Contact | null;
  /** Both programs run on the same one. */
  isSameHost: boolean;
}) {
  const contact = tunnel.listenerContact ?? draftContact;
  const listenerSteps = (
    <>
      <Step title="Say where your program listens">
        <CommandLine
          caption={
            contact
              ? 'Prepares this host for the listener'
              : `Put your program's own address and port in place of ${EXAMPLE_CONTACT.host}:${EXAMPLE_CONTACT.port}`
          }
          text={shellQuote(listenerEnvironmentCommand(tunnel.id, contact ?? EXAMPLE_CONTACT))}
        />
      </Step>
      <Step title="Start the program that listens">
        <CommandLine
          caption="Put your own program in place of YOUR_LISTENER"
          text={shellQuote(launchCommand(tunnel.id, ['YOUR_LISTENER'], contact?.port ?? null))}
        />
      </Step>
    </>
  );
  const initiatorSteps = (
    <>
      <Step title="Get the contact string">
        <CommandLine
          caption="Prepares this host for the initiator, and prints the contact string"
          text={shellQuote(initiatorEnvironmentCommand(tunnel.id))}
        />
        {isSameHost && (
          <p className="small muted">
            If it says that a configuration exists, run it again with <span className="mono">--force</span>.
          </p>
        )}
      </Step>
      <Step title="Start the program that connects">
        <CommandLine
          caption="Put your own program in place of YOUR_INITIATOR, and give it the contact string"
          text={shellQuote(launchCommand(tunnel.id, ['YOUR_INITIATOR'], null))}
        />
      </Step>
    </>
  );
  if (isSameHost) {
    return (
      <div className={styles.columns}>
        <Host title="On your machine" about="Two terminals: one for each program.">
          <InstallTools />
          <li className={styles.subheading}>First terminal: the listener</li>
          {listenerSteps}
          <li className={styles.subheading}>Second terminal: the initiator</li>
          {initiatorSteps}
        </Host>
      </div>
    );
  }
  return (
    <div className={styles.columns}>
      <Host title="On the listener's host" about={listener}>
        <InstallTools />
        {listenerSteps}
      </Host>
      <Host title="On the initiator's host" about={initiator}>
        <InstallTools />
        {initiatorSteps}
      </Host>
    </div>
  );
}

function Host({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <p className="muted small">
        <bdi>{about}</bdi>
      </p>
      <ol className={styles.steps}>{children}</ol>
    </section>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </li>
  );
}
