import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { requestIdOf } from '../../../api/http/errors.ts';
import { tunnelFieldErrors } from '../../../api/tunnels/tunnelFieldErrors.ts';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { validateHost, validatePort } from '../../../domain/tunnel/contact.ts';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { scrollIntoViewRef } from '../../../ui/scrollIntoViewRef.ts';
import styles from './ListenerForm.module.css';
import type { ListenerDraft } from './useListenerDraft.ts';

/** Sends the listener address, which starts a tunnel that is waiting for it. */
export function ListenerForm({
  tunnelId,
  listenerDraft,
  action,
}: {
  tunnelId: string;
  listenerDraft: ListenerDraft;
  /** The label of the button. */
  action: string;
}) {
  const { host, port, setHost, setPort, contact, clear } = listenerDraft;
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const start = useMutation(tunnelMutations.setListener(tunnelId));
  const { messages, isComplete } = tunnelFieldErrors(start.error, ['listenerHost', 'listenerPort']);
  const hostError = (isChecked ? validateHost(host) : null) ?? messages.listenerHost ?? null;
  const portError = (isChecked ? validatePort(port) : null) ?? messages.listenerPort ?? null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (contact === null) {
      form.current?.querySelectorAll('input')[validateHost(host) === null ? 1 : 0]?.focus();
      return;
    }
    if (!start.isPending) start.mutate(contact, { onSuccess: clear });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label="Listener address">
      <TextField
        label="IP address"
        placeholder="192.0.2.10"
        autoComplete="off"
        mono
        value={host}
        error={hostError}
        onChange={({ target }) => setHost(target.value)}
      />
      <TextField
        label="Port"
        placeholder="5000"
        inputMode="numeric"
        autoComplete="off"
        mono
        value={port}
        error={portError}
        onChange={({ target }) => setPort(target.value)}
      />
      <button type="submit" className="button primary" aria-disabled={start.isPending}>
        {start.isPending ? 'Sending…' : action}
      </button>
      {start.error != null && (
        <div className={styles.problem} ref={scrollIntoViewRef}>
          {isComplete ? (
            <>
              <p>Couldn’t set the listener address. Correct it and try again.</p>
              <RequestId id={requestIdOf(start.error)} />
            </>
          ) : (
            <ProblemNotice error={start.error} />
          )}
        </div>
      )}
    </form>
  );
}
