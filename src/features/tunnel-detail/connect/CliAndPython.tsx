import { cliTunnelCommand, shellQuote } from '../../../domain/tunnel/commands.ts';
import { DEFAULT_LIFETIME_MINUTES } from '../../../domain/tunnel/request.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { CreateWithCliOrPython } from '../../../ui/tunnel/CreateWithCliOrPython.tsx';

/** The same job without this page: with the Globus CLI, and as a Python script. */
export function CliAndPython({ tunnel }: { tunnel: Tunnel }) {
  const { id, initiatorAccessPointId, listenerAccessPointId, label, restartable } = tunnel;
  return (
    <section className="card stack" aria-labelledby="scripted">
      <h2 id="scripted">The same without this page</h2>
      <details>
        <summary>Look after this tunnel with the Globus CLI</summary>
        <CommandLine caption="See its state" text={shellQuote(cliTunnelCommand('show', id))} />
        <CommandLine caption="See what happened" text={shellQuote(cliTunnelCommand('events', id))} />
        <CommandLine caption="Stop it" text={shellQuote(cliTunnelCommand('stop', id))} />
        <CommandLine
          caption="Delete it, once it is stopped"
          text={shellQuote(cliTunnelCommand('delete', id))}
        />
      </details>
      {initiatorAccessPointId && listenerAccessPointId && (
        <CreateWithCliOrPython
          subject="another tunnel like this"
          request={{
            initiatorAccessPointId,
            listenerAccessPointId,
            label,
            lifetimeMinutes: tunnel.lifetimeMinutes ?? DEFAULT_LIFETIME_MINUTES,
            restartable,
            listenerContact: tunnel.listenerContact,
          }}
        />
      )}
    </section>
  );
}
