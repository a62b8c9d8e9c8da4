import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { ApiError } from '../../api/errors.ts';
import { tunnelMutations } from '../../api/tunnels.ts';
import { checkHost, checkPort, parseIpAddress, parsePort } from '../../domain/contact.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTabDraft } from '../../ui/useTabDraft.ts';
import styles from './ListenerForm.module.css';

/** Gives the listener's contact from the page, which starts a tunnel that waits for it. */
export function ListenerForm({ tunnelId }: { tunnelId: string }) {
  const [host, setHost, forgetHost] = useTabDraft(`listener-host.${tunnelId}`, '');
  const [port, setPort, forgetPort] = useTabDraft(`listener-port.${tunnelId}`, '');
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const start = useMutation(tunnelMutations.update(tunnelId));
  const refused = fieldMessages(start.error);
  const hostError = (isChecked ? checkHost(host) : null) ?? refused.listener_ip_address ?? null;
  const portError = (isChecked ? checkPort(port) : null) ?? refused.listener_port ?? null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const goodHost = parseIpAddress(host);
    const goodPort = parsePort(port);
    if (goodHost === null || goodPort === null) {
      form.current?.querySelectorAll('input')[goodHost === null ? 0 : 1]?.focus();
      return;
    }
    if (start.isPending) return;
    const forget = () => {
      forgetHost();
      forgetPort();
    };
    start.mutate({ listenerContact: { host: goodHost, port: goodPort } }, { onSuccess: forget });
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
        {start.isPending ? 'Starting' : 'Start tunnel'}
      </button>
      {start.error != null && !hostError && !portError && (
        <div className={styles.problem}>
          <ProblemNotice error={start.error} />
        </div>
      )}
    </form>
  );
}

/** The server's own complaints by the name of the attribute they are about. */
function fieldMessages(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(error.fieldErrors.map(({ path, message }) => [path.at(-1) ?? '', message]));
}
