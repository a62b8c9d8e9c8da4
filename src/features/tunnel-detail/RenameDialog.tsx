import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { ApiError } from '../../api/errors.ts';
import { tunnelMutations } from '../../api/tunnels.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTabDraft } from '../../ui/useTabDraft.ts';

/** Changes a tunnel's label. */
export function RenameDialog({ tunnel, onClose }: { tunnel: Tunnel; onClose: () => void }) {
  const [label, setLabel, forgetLabel] = useTabDraft(`rename.${tunnel.id}`, tunnel.label ?? '');
  const rename = useMutation(tunnelMutations.update(tunnel.id));
  const fieldError = rename.error instanceof ApiError ? rename.error.fieldErrors[0]?.message : null;
  const close = () => {
    forgetLabel();
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!rename.isPending) rename.mutate({ label: label.trim() || null }, { onSuccess: close });
  };
  return (
    <Dialog title="Rename tunnel" onClose={close}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label="Label"
          hint="Seen by everybody who sees the tunnel."
          value={label}
          error={fieldError ?? null}
          onChange={({ target }) => setLabel(target.value)}
        />
        {rename.error != null && !fieldError && <ProblemNotice error={rename.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="button" onClick={close}>
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
