import { useState } from 'react';
import { checkHost, checkPort } from '../../domain/contact.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ListenerContactFields.module.css';
import type { StepProps } from './steps.ts';

type ContactField = 'listenerHost' | 'listenerPort';

/** Where the waiting program is reached, for those who know it now. Host and port go together. */
export function ListenerContactFields({ draft, errors, change }: Omit<StepProps, 'onNext'>) {
  const [left, setLeft] = useState<ReadonlySet<ContactField>>(new Set());
  const leave = (field: ContactField) => setLeft(new Set([...left, field]));
  // Once one has left a field, what is wrong in it is said; an empty one may still be filled in.
  const errorOf = (field: ContactField, check: (text: string) => string | null) =>
    errors[field] ?? (left.has(field) && draft[field].trim() !== '' ? check(draft[field]) : null);
  return (
    <fieldset className={styles.contact}>
      <legend>Listener's contact (optional)</legend>
      <p className="muted small">
        Where the waiting program is reached, as seen from its own site. Given now, the tunnel starts as soon
        as it is set up; otherwise you give it on the tunnel's page, or on the listener's host.
      </p>
      <div className={styles.fields}>
        <TextField
          label="IP address"
          mono
          placeholder="192.0.2.10"
          autoComplete="off"
          spellCheck={false}
          value={draft.listenerHost}
          error={errorOf('listenerHost', checkHost)}
          onBlur={() => leave('listenerHost')}
          onChange={({ target }) => change({ listenerHost: target.value })}
        />
        <TextField
          label="Port"
          mono
          inputMode="numeric"
          placeholder="5000"
          autoComplete="off"
          value={draft.listenerPort}
          error={errorOf('listenerPort', checkPort)}
          onBlur={() => leave('listenerPort')}
          onChange={({ target }) => change({ listenerPort: target.value })}
        />
      </div>
    </fieldset>
  );
}
