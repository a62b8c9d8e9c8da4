import { type SubmitEvent, useState } from 'react';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';

/** Asks for the name of a preset, to save or to rename it. */
export function PresetNameDialog({
  title,
  action,
  initialName,
  check,
  onSave,
  onClose,
}: {
  title: string;
  /** The verb on the button. */
  action: string;
  initialName: string;
  /** What is wrong with a name, or null. */
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
          hint="Only you see it, on this device."
          dir="auto"
          autoComplete="off"
          value={name}
          error={isChecked ? check(name) : null}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
