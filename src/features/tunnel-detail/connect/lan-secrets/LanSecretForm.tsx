import { type SubmitEvent, useRef, useState } from 'react';
import { ApiError, requestIdOf } from '../../../../api/http/errors.ts';
import { type FormFields, pinFieldErrors } from '../../../../api/http/fieldErrors.ts';
import {
  type LanSecretDraft,
  type LanSecretRequest,
  parseLanSecretDraft,
} from '../../../../domain/site/lanSecret.ts';
import { TextField } from '../../../../ui/controls/TextField.tsx';
import { ProblemNotice } from '../../../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../../../ui/notices/RequestId.tsx';

const FIELDS: FormFields<keyof LanSecretDraft> = {
  expires_in_mins: 'minutes',
  identity_id: 'identityId',
  username: 'username',
};
const EMPTY: LanSecretDraft = { minutes: '', identityId: '', username: '' };

/** Asks what a new LAN secret is for. Without any input, the site decides. */
export function LanSecretForm({
  side,
  error,
  isPending,
  onSubmit,
}: {
  /** The side's title, for the name of the form. */
  side: string;
  /** Why the last request failed. */
  error: unknown;
  isPending: boolean;
  onSubmit: (request: Omit<LanSecretRequest, 'tunnelId' | 'accessPointId'>) => void;
}) {
  const [draft, setDraft] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const parsed = parseLanSecretDraft(draft);
  const pinned = pinFieldErrors(error instanceof ApiError ? error.fieldErrors : [], FIELDS);
  const errors = { ...pinned.messages, ...(isChecked && parsed.kind === 'errors' && parsed.errors) };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (parsed.kind === 'request') {
      if (!isPending) onSubmit(parsed.request);
      return;
    }
    const first = 'minutes' in parsed.errors ? 'minutes' : 'identityId';
    form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };
  const field = (name: keyof LanSecretDraft) => ({
    name,
    autoComplete: 'off',
    value: draft[name],
    error: errors[name] ?? null,
    onChange: ({ target }: { target: HTMLInputElement }) => setDraft({ ...draft, [name]: target.value }),
  });
  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate aria-label={`LAN secret: ${side}`}>
      <TextField
        label="Expires after (minutes)"
        hint="Such as 60 for an hour or 1440 for a day. If empty, the site decides."
        inputMode="numeric"
        {...field('minutes')}
      />
      <details open={errors.identityId || errors.username ? true : undefined}>
        <summary>If you have several identities or usernames at this site</summary>
        <div className="stack">
          <TextField label="Identity ID" hint="One of your linked identities" mono {...field('identityId')} />
          <TextField label="Username at the site" {...field('username')} />
        </div>
      </details>
      <div>
        <button type="submit" className="button" aria-disabled={isPending}>
          {isPending ? 'Creating…' : 'Create a LAN secret for this side'}
        </button>
      </div>
      {error != null &&
        (pinned.isComplete ? (
          <div role="alert">
            <p>Couldn’t create the secret. Correct your entries and try again.</p>
            <RequestId id={requestIdOf(error)} />
          </div>
        ) : (
          <ProblemNotice error={error} />
        ))}
    </form>
  );
}
