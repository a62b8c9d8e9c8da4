import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { requestIdOf } from '../../../api/http/errors.ts';
import { tunnelFieldErrors } from '../../../api/tunnels/tunnelFieldErrors.ts';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { useTabDraft } from '../../../ui/controls/useTabDraft.ts';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import type { RenameResult } from './RenameNotice.tsx';

/** Changes a tunnel's label. */
export function RenameDialog({
  tunnel,
  onRenamed,
  onClose,
}: {
  tunnel: Tunnel;
  onRenamed: (renaming: RenameResult) => void;
  onClose: () => void;
}) {
  const [label, setLabel, forgetLabel] = useTabDraft(`rename.${tunnel.id}`, tunnel.label ?? '');
  const [before] = useState(tunnel.label);
  const rename = useMutation(tunnelMutations.rename(tunnel.id));
  const isRenamedMeanwhile = rename.isIdle && tunnel.label !== before;
  const { messages, isComplete } = tunnelFieldErrors(rename.error, ['label']);
  const close = () => {
    forgetLabel();
    onClose();
  };
  // A pending request can't be canceled, and its failure would go unseen.
  const cancel = () => !rename.isPending && close();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (rename.isPending) return;
    rename.mutate(label.trim() || null, {
      onSuccess: (renamed) => {
        onRenamed({ before: isRenamedMeanwhile ? tunnel.label : before, after: renamed.label });
        close();
      },
    });
  };
  return (
    <Dialog title="Rename tunnel" onClose={cancel}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label="Label"
          hint="Visible to everyone who can see this tunnel."
          value={label}
          error={messages.label ?? null}
          onChange={({ target }) => setLabel(target.value)}
        />
        {isRenamedMeanwhile && (
          <p role="status">
            {tunnel.label ? (
              <>
                Someone else just renamed this tunnel to “<bdi>{tunnel.label}</bdi>”.
              </>
            ) : (
              'Someone else just removed the label.'
            )}{' '}
            Renaming replaces their change.
          </p>
        )}
        {isComplete && (
          <div>
            <p>Couldn’t rename the tunnel. Change the label and try again.</p>
            <RequestId id={requestIdOf(rename.error)} />
          </div>
        )}
        {rename.error != null && !isComplete && <ProblemNotice error={rename.error} />}
        <DialogButtons action="Rename" isBusy={rename.isPending} onCancel={cancel} />
      </form>
    </Dialog>
  );
}
