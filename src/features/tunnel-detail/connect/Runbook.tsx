import { useState } from 'react';
import { isTerminal } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CliAndPython } from './CliAndPython.tsx';
import { ConnectProgress } from './ConnectProgress.tsx';
import { HostCommands } from './HostCommands.tsx';
import type { ListenerDraft } from './useListenerDraft.ts';

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
  return (
    <>
      <ConnectProgress tunnel={tunnel} />
      {!isTerminal(tunnel) && (
        <section className="stack" aria-labelledby="hosts">
          <div className="row" style={{ justifyContent: 'space-between' }}>
            <h2 id="hosts">Set up your hosts</h2>
            <label className="row">
              <input
                type="checkbox"
                checked={isSameHost}
                onChange={({ target }) => setSameHost(target.checked)}
              />
              Both programs run on the same host
            </label>
          </div>
          {!isSameHost && (
            <p className="muted">
              Start with the listener host. Its program must be running before the initiator connects.
            </p>
          )}
          <HostCommands
            tunnel={tunnel}
            initiator={initiator}
            listener={listener}
            draftContact={listenerDraft.contact}
            isSameHost={isSameHost}
          />
        </section>
      )}
      <CliAndPython tunnel={tunnel} />
    </>
  );
}
