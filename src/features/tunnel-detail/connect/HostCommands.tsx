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
  typedContact,
  isOneMachine,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  /** The listener's contact as it is being typed, until Globus has one. */
  typedContact: Contact | null;
  /** Both programs run on the same one. */
  isOneMachine: boolean;
}) {
  const contact = tunnel.listenerContact ?? typedContact;
  const listenerSteps = (
    <>
      <Step title="Say where your program listens">
        <CommandLine
          words={
            contact
              ? 'Prepares this host for the listener'
              : `Put your program's own address and port in place of ${EXAMPLE_CONTACT.host}:${EXAMPLE_CONTACT.port}`
          }
          text={shellQuote(listenerEnvironmentCommand(tunnel.id, contact ?? EXAMPLE_CONTACT))}
        />
      </Step>
      <Step title="Start the program that listens">
        <CommandLine
          words="Put your own program in place of YOUR_LISTENER"
          text={shellQuote(launchCommand(tunnel.id, ['YOUR_LISTENER'], contact?.port ?? null))}
        />
      </Step>
    </>
  );
  const initiatorSteps = (
    <>
      <Step title="Get the contact string">
        <CommandLine
          words="Prepares this host for the initiator, and prints the contact string"
          text={shellQuote(initiatorEnvironmentCommand(tunnel.id))}
        />
        {isOneMachine && (
          <p className="small muted">
            If it says that a configuration exists, run it again with <span className="mono">--force</span>.
          </p>
        )}
      </Step>
      <Step title="Start the program that connects">
        <CommandLine
          words="Put your own program in place of YOUR_INITIATOR, and give it the contact string"
          text={shellQuote(launchCommand(tunnel.id, ['YOUR_INITIATOR'], null))}
        />
      </Step>
    </>
  );
  if (isOneMachine) {
    return (
      <div className={styles.columns}>
        <Host title="On your machine" about="Two terminals: one for each program.">
          <InstallTools />
          <li className={styles.part}>First terminal: the listener</li>
          {listenerSteps}
          <li className={styles.part}>Second terminal: the initiator</li>
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
