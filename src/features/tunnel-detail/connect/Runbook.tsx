import { useState } from 'react';
import { isTerminal } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CliAndPython } from './CliAndPython.tsx';
import { ConnectProgress } from './ConnectProgress.tsx';
import { HostCommands } from './HostCommands.tsx';
import type { ListenerDraft } from './useListenerDraft.ts';

/** Everything one types to connect two applications through this tunnel, in order, for each side's machine. */
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
  const [isOneMachine, setOneMachine] = useState(false);
  return (
    <>
      <ConnectProgress tunnel={tunnel} />
      {!isTerminal(tunnel) && (
        <section className="stack" aria-labelledby="hosts">
          <div className="row" style={{ justifyContent: 'space-between' }}>
            <h2 id="hosts">What to type on your machines</h2>
            <label className="row">
              <input
                type="checkbox"
                checked={isOneMachine}
                onChange={({ target }) => setOneMachine(target.checked)}
              />
              Both programs run on one machine
            </label>
          </div>
          {!isOneMachine && (
            <p className="muted">
              Begin at the listener's host: its program must be waiting when the initiator's connects.
            </p>
          )}
          <HostCommands
            tunnel={tunnel}
            initiator={initiator}
            listener={listener}
            draftContact={listenerDraft.contact}
            isSameHost={isOneMachine}
          />
        </section>
      )}
      <CliAndPython tunnel={tunnel} />
    </>
  );
}
