import { type SubmitEvent, useState } from 'react';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';

/** Asks for the name of a preset, to save or rename it. */
export function PresetNameDialog({
  title,
  action,
  initialName,
  check,
  onSave,
  onClose,
}: {
  title: string;
  /** The text on the button. */
  action: string;
  initialName: string;
  /** Returns what is wrong with a name, or null. */
  check: (name: string) => string | null;
  onSave: (name: string) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(initialName);
  const [isChecked, setChecked] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (check(name) !== null) return;
    onSave(name);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label="Name"
          hint="Saved on this device. Only you can see it."
          dir="auto"
          autoComplete="off"
          value={name}
          error={isChecked ? check(name) : null}
          onChange={({ target }) => setName(target.value)}
        />
        <DialogButtons action={action} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
