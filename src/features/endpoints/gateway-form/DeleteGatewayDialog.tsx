import { useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { streamGatewayMutations } from '../../../api/gcs/streamGatewayMutations.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { deleteGatewayCommand } from '../../../domain/commands/gatewayCommands.ts';
import { shellQuote } from '../../../domain/commands/shellQuote.ts';
import type { StreamGateway } from '../../../domain/site/streamGateway.ts';
import { isTerminal } from '../../../domain/tunnel/state.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';

const MAX_LISTED = 5;

/** Lists what is deleted together with a gateway, and deletes it after its name was entered. */
export function DeleteGatewayDialog({
  manager,
  gateway,
  onDeleted,
  onClose,
}: {
  manager: GcsManager;
  gateway: StreamGateway;
  onDeleted: () => void;
  onClose: () => void;
}) {
  const name = gateway.name?.trim() || gateway.id;
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const remove = useMutation(streamGatewayMutations.delete(manager));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (typed.trim() === name && !remove.isPending) remove.mutate(gateway.id, { onSuccess: onDeleted });
  };
  return (
    <Dialog title="Delete this gateway?" onClose={() => !remove.isPending && onClose()}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>
          This deletes the gateway <strong dir="auto">{name}</strong> and its access point. You can’t undo it.
        </p>
        <TunnelsThroughIt gatewayId={gateway.id} />
        <CommandLine
          caption="The same as a command on the endpoint’s server"
          text={shellQuote(deleteGatewayCommand(gateway.id))}
        />
        <TextField
          label="Gateway name"
          hint="Enter the name to confirm."
          autoComplete="off"
          value={typed}
          error={isChecked && typed.trim() !== name ? 'This isn’t the name of the gateway.' : null}
          onChange={({ target }) => setTyped(target.value)}
        />
        {remove.error != null && <ProblemNotice error={remove.error} />}
        <DialogButtons isFinal isBusy={remove.isPending} action="Delete gateway" onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function TunnelsThroughIt({ gatewayId }: { gatewayId: string }) {
  const { data: list } = useQuery(tunnelQueries.list());
  if (!list)
    return <p className="muted">Running tunnels through it are unknown, because the list isn’t loaded.</p>;
  const running = list.tunnels.filter((tunnel) => isThrough(tunnel, gatewayId) && !isTerminal(tunnel));
  if (running.length === 0) return <p>You can see no running tunnel through it.</p>;
  const names = running.slice(0, MAX_LISTED).map(tunnelName);
  const more = running.length - names.length;
  return (
    <div>
      <p>
        {running.length === 1 ? '1 running tunnel goes' : `${running.length} running tunnels go`} through it
        and may end:
      </p>
      <ul>
        {names.map((tunnel, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several tunnels can have the same name
          <li key={at} dir="auto">
            {tunnel}
          </li>
        ))}
        {more > 0 && <li>{more} more</li>}
      </ul>
    </div>
  );
}

function isThrough(tunnel: Tunnel, id: string): boolean {
  return tunnel.initiatorAccessPointId === id || tunnel.listenerAccessPointId === id;
}
