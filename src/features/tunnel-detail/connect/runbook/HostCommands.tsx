import { type RecipeId, recipe } from '../../../../domain/commands/recipes.ts';
import { EXAMPLE_CONTACT } from '../../../../domain/tunnel/contact.ts';
import type { Tunnel } from '../../../../domain/tunnel/tunnel.ts';
import type { ListenerDraft } from '../useListenerDraft.ts';
import { HostCard } from './HostCard.tsx';
import styles from './HostCommands.module.css';
import { InitiatorSteps } from './InitiatorSteps.tsx';
import { InstallTools } from './InstallTools.tsx';
import { ListenerSteps } from './ListenerSteps.tsx';

/** Lists the commands to run on each side's host, with this tunnel's ID and addresses filled in. */
export function HostCommands({
  tunnel,
  initiator,
  listener,
  listenerDraft,
  recipeId,
  isSameHost,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  listenerDraft: ListenerDraft;
  recipeId: RecipeId;
  /** Both programs run on the same host. */
  isSameHost: boolean;
}) {
  // What is being typed counts until Globus has an address.
  const contact = tunnel.listenerContact ?? listenerDraft.contact;
  const lines = recipe(recipeId, {
    tunnelId: tunnel.id,
    listenerContact: contact ?? EXAMPLE_CONTACT,
    contactPort: tunnel.state === 'ACTIVE' ? (tunnel.initiatorContact?.port ?? null) : null,
  });
  const listenerSteps = <ListenerSteps tunnelId={tunnel.id} contact={contact} lines={lines.listener} />;
  const initiatorSteps = <InitiatorSteps tunnel={tunnel} lines={lines.initiator} isSameHost={isSameHost} />;
  return (
    <>
      {lines.note && <p className="small muted">{lines.note}</p>}
      <div className={styles.columns}>
        {isSameHost ? (
          <HostCard title="Your host" subtitle="Use two terminals, one for each program.">
            <InstallTools />
            <li className={styles.subheading}>Terminal 1: listener</li>
            {listenerSteps}
            <li className={styles.subheading}>Terminal 2: initiator</li>
            {initiatorSteps}
          </HostCard>
        ) : (
          <>
            <HostCard title="Listener host" subtitle={listener}>
              <InstallTools />
              {listenerSteps}
            </HostCard>
            <HostCard title="Initiator host" subtitle={initiator}>
              <InstallTools />
              {initiatorSteps}
            </HostCard>
          </>
        )}
      </div>
    </>
  );
}
