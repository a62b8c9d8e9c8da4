import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { requestIdOf } from '../../../api/http/errors.ts';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { checkHost, checkPort } from '../../../domain/tunnel/contact.ts';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { intoView } from '../../../ui/intoView.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { pinMessages } from '../pinMessages.ts';
import styles from './ListenerForm.module.css';
import type { ListenerDraft } from './useListenerDraft.ts';

const ATTRIBUTES = ['listener_ip_address', 'listener_port'];

/** Gives the listener's contact from the page, which starts a tunnel that waits for it. */
export function ListenerForm({
  tunnelId,
  typed,
  action,
}: {
  tunnelId: string;
  typed: ListenerDraft;
  /** What the button says. */
  action: string;
}) {
  const { host, port, setHost, setPort, contact, forget } = typed;
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const start = useMutation(tunnelMutations.giveListener(tunnelId));
  const { messages: refused, isComplete } = pinMessages(start.error, ATTRIBUTES);
  const hostError = (isChecked ? checkHost(host) : null) ?? refused.listener_ip_address ?? null;
  const portError = (isChecked ? checkPort(port) : null) ?? refused.listener_port ?? null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (contact === null) {
      form.current?.querySelectorAll('input')[checkHost(host) === null ? 1 : 0]?.focus();
      return;
    }
    if (!start.isPending) start.mutate(contact, { onSuccess: forget });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label="Listener's contact">
      <TextField
        label="Listener's IP address"
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
        {start.isPending ? 'Asking Globus' : action}
      </button>
      {start.error != null && (
        <div className={styles.problem} ref={intoView}>
          {isComplete ? <RequestId id={requestIdOf(start.error)} /> : <ProblemNotice error={start.error} />}
        </div>
      )}
    </form>
  );
}
