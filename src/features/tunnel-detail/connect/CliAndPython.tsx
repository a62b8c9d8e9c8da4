import { CLI_VERSION, cliTunnelCommand } from '../../../domain/commands/cliCommands.ts';
import { shellQuote } from '../../../domain/commands/shellQuote.ts';
import { DEFAULT_LIFETIME_MINUTES } from '../../../domain/tunnel/request.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { CreateWithCliOrPython } from '../../../ui/tunnel/CreateWithCliOrPython.tsx';

/** Explains how to manage this tunnel, or create a similar one, without the dashboard. */
export function CliAndPython({ tunnel }: { tunnel: Tunnel }) {
  const { id, initiatorAccessPointId, listenerAccessPointId, label, restartable } = tunnel;
  return (
    <section className="card stack" aria-labelledby="cli-and-python">
      <h2 id="cli-and-python">Use the CLI or Python instead</h2>
      <details>
        <summary>Manage this tunnel with the Globus CLI</summary>
        <div className="stack">
          <p className="small">
            For version {CLI_VERSION} of the Globus CLI, in bash or zsh, and in PowerShell.
          </p>
          <CommandLine
            caption="Show its state and addresses. Only the JSON output has the addresses."
            text={shellQuote(cliTunnelCommand('show', id))}
          />
          <CommandLine caption="List its events" text={shellQuote(cliTunnelCommand('events', id))} />
          <CommandLine caption="Stop it" text={shellQuote(cliTunnelCommand('stop', id))} />
          <CommandLine
            caption="Delete it after it has stopped"
            text={shellQuote(cliTunnelCommand('delete', id))}
          />
        </div>
      </details>
      {initiatorAccessPointId && listenerAccessPointId && (
        <CreateWithCliOrPython
          subject="a similar tunnel"
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
