import { contactString, initiatorEnvironmentCommand } from '../../../../domain/commands/hostCommands.ts';
import type { Recipe } from '../../../../domain/commands/recipes.ts';
import { shellQuote } from '../../../../domain/commands/shellQuote.ts';
import type { Tunnel } from '../../../../domain/tunnel/tunnel.ts';
import { CommandLine } from '../../../../ui/controls/CommandLine.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { HostStep } from './HostStep.tsx';
import styles from './InitiatorSteps.module.css';

/** Lists the steps on the initiator host, which may be the listener host too. */
export function InitiatorSteps({
  tunnel: { id, state, initiatorContact },
  lines,
  isSameHost,
}: {
  tunnel: Tunnel;
  lines: Recipe['initiator'];
  isSameHost: boolean;
}) {
  const isActive = state === 'ACTIVE';
  return (
    <>
      <HostStep title="Get the contact string, after the tunnel is active">
        <p className={styles.readiness} data-ready={isActive}>
          {isActive ? (
            <>
              <Icon name="check" /> The tunnel is active. Run this now.
            </>
          ) : (
            'Wait: the tunnel isn’t active yet, so there is no contact string. This page updates automatically.'
          )}
        </p>
        <CommandLine
          caption={
            isSameHost
              ? 'Configures this host as the initiator too. --force overwrites the listener’s configuration.'
              : 'Configures this host as the initiator and prints the contact string'
          }
          text={shellQuote(initiatorEnvironmentCommand(id, { overwrites: isSameHost }))}
        />
        <p className="small muted">
          You sign in twice: to Globus Transfer, and to the initiator’s endpoint. Then the command prints:{' '}
          <span className={`mono ${styles.output}`}>
            Your contact string is:{' '}
            {isActive && initiatorContact ? contactString(id, initiatorContact.port) : `globus.${id}:PORT`}
          </span>
        </p>
      </HostStep>
      <HostStep title="Start the connecting program">
        {lines.map((line) => (
          <CommandLine key={line.caption} {...line} />
        ))}
        <p className="small muted">
          {isActive && initiatorContact
            ? 'If your contact string has another port, use that one.'
            : 'Replace PORT with the port of your contact string.'}
        </p>
      </HostStep>
    </>
  );
}
