import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { requestIdOf } from '../../../api/http/errors.ts';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { useTabDraft } from '../../../ui/controls/useTabDraft.ts';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { fieldErrorMessages } from '../fieldErrorMessages.ts';
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
  const isOvertaken = rename.isIdle && tunnel.label !== before;
  const { messages, isComplete } = fieldErrorMessages(rename.error, ['label']);
  const close = () => {
    forgetLabel();
    onClose();
  };
  // What is on its way cannot be called back, and its refusal would be told to nobody.
  const leave = () => !rename.isPending && close();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (rename.isPending) return;
    rename.mutate(label.trim() || null, {
      onSuccess: (answer) => {
        onRenamed({ before: isOvertaken ? tunnel.label : before, after: answer.label });
        close();
      },
    });
  };
  return (
    <Dialog title="Rename tunnel" onClose={leave}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label="Label"
          hint="Seen by everybody who sees the tunnel."
          value={label}
          error={messages.label ?? null}
          onChange={({ target }) => setLabel(target.value)}
        />
        {isOvertaken && (
          <p role="status" dir="auto">
            Somebody else has renamed it while you were typing: the label is now “{tunnel.label}”. Renaming
            replaces it.
          </p>
        )}
        {isComplete && <RequestId id={requestIdOf(rename.error)} />}
        {rename.error != null && !isComplete && <ProblemNotice error={rename.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="button" aria-disabled={rename.isPending} onClick={leave}>
            Cancel
          </button>
          <button type="submit" className="button primary" aria-disabled={rename.isPending}>
            Rename
          </button>
        </div>
      </form>
    </Dialog>
  );
}
