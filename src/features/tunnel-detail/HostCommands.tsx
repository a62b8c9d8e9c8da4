import {
  initiatorEnvironmentCommand,
  launchCommand,
  listenerEnvironmentCommand,
  shellQuote,
} from '../../domain/commands.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './HostCommands.module.css';

/** An address for the reader to replace: TEST-NET-1, which is nobody's (RFC 5737). */
const EXAMPLE_CONTACT = { host: '192.0.2.10', port: 5000 };

/** What to type on each side's machine, with this tunnel's id and addresses in it. */
export function HostCommands({
  tunnel,
  initiator,
  listener,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
}) {
  const { id, listenerContact } = tunnel;
  return (
    <details className={styles.hosts}>
      <summary>Do it on the hosts instead, with commands</summary>
      <div className={styles.columns}>
        <section aria-label="On the listener's host">
          <h3>On the listener's host ({listener})</h3>
          <Command
            words={
              listenerContact
                ? 'Prepare the host'
                : 'Prepare the host; put your own address in place of the example'
            }
            args={listenerEnvironmentCommand(id, listenerContact ?? EXAMPLE_CONTACT)}
          />
          <Command
            words="Start your program through the tunnel"
            args={launchCommand(id, ['YOUR_PROGRAM'], null)}
          />
        </section>
        <section aria-label="On the initiator's host">
          <h3>On the initiator's host ({initiator})</h3>
          <Command
            words="Prepare the host; it prints the contact string"
            args={initiatorEnvironmentCommand(id)}
          />
          <Command
            words="Start your program through the tunnel"
            args={launchCommand(id, ['YOUR_PROGRAM'], null)}
          />
        </section>
      </div>
    </details>
  );
}

function Command({ words, args }: { words: string; args: string[] }) {
  const line = shellQuote(args);
  return (
    <div className={styles.command}>
      <p className="small muted">{words}</p>
      <div className={styles.line}>
        <code>{line}</code>
        <CopyButton text={line} what={`command: ${words}`} compact />
      </div>
    </div>
  );
}
