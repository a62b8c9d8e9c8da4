import { useState } from 'react';
import { parseRecipeId, RECIPES } from '../../../../domain/commands/recipes.ts';
import { isTerminal } from '../../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../../domain/tunnel/tunnel.ts';
import { useSession } from '../../../../session/useSession.ts';
import { ChoiceField } from '../../../../ui/controls/ChoiceField.tsx';
import { usePreference } from '../../../../ui/usePreference.ts';
import type { ListenerDraft } from '../useListenerDraft.ts';
import { CleanUp } from './CleanUp.tsx';
import { HostCommands } from './HostCommands.tsx';
import styles from './Runbook.module.css';
import { Troubleshooting } from './Troubleshooting.tsx';

/** Lists every command to connect two programs through this tunnel, in order, for each host. */
export function Runbook({
  tunnel,
  initiator,
  listener,
  listenerDraft,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  listenerDraft: ListenerDraft;
}) {
  const [isSameHost, setSameHost] = useState(false);
  const [recipeId, changeRecipeId] = usePreference(
    useSession()?.identity.id ?? '',
    'connect-recipe',
    parseRecipeId,
  );
  if (isTerminal(tunnel)) return <CleanUp tunnelId={tunnel.id} />;
  return (
    <section className="stack" aria-labelledby="hosts">
      <div>
        <h2 id="hosts">Set up your hosts</h2>
        <p className="muted">
          Start with the listener host. Its program must be running before the initiator connects. The
          commands are for bash or zsh on Linux.
        </p>
      </div>
      <div className={styles.choices}>
        <ChoiceField
          label="Program"
          value={recipeId}
          choices={RECIPES.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => changeRecipeId(() => parseRecipeId(id))}
        />
        <label className="row">
          <input
            type="checkbox"
            checked={isSameHost}
            onChange={({ target }) => setSameHost(target.checked)}
          />
          Both programs run on the same host
        </label>
      </div>
      <HostCommands
        tunnel={tunnel}
        initiator={initiator}
        listener={listener}
        listenerDraft={listenerDraft}
        recipeId={recipeId}
        isSameHost={isSameHost}
      />
      <p className="muted small">
        The two sites authenticate each other, but the data between them isn’t encrypted. If it’s sensitive,
        let your programs encrypt it.
      </p>
      <Troubleshooting tunnelId={tunnel.id} contact={tunnel.listenerContact ?? listenerDraft.contact} />
      <CleanUp tunnelId={tunnel.id} />
    </section>
  );
}
