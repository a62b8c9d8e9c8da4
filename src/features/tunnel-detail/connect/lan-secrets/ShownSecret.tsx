import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { createPortal } from 'react-dom';
import { lanSecretMutations } from '../../../../api/gcs/lanSecretMutations.ts';
import type { GcsManager } from '../../../../api/http/http.ts';
import { appUrl } from '../../../../config/appUrl.ts';
import type { LanSecret } from '../../../../domain/site/lanSecret.ts';
import { durationText } from '../../../../domain/text/time.ts';
import { CopyButton } from '../../../../ui/controls/CopyButton.tsx';
import { LeaveWarning } from '../../../../ui/dialogs/LeaveWarning.tsx';
import { ProblemNotice } from '../../../../ui/notices/ProblemNotice.tsx';
import { useNow } from '../../../../ui/text/useNow.ts';
import styles from './ShownSecret.module.css';

/** Shows a new LAN secret, the only time that anyone can see it, with the time left and a way to delete it. */
export function ShownSecret({
  side,
  secret: { id, secret, expiresAtMs, username },
  manager,
  onForget,
}: {
  /** The side's title, for the names of its controls. */
  side: string;
  secret: LanSecret;
  manager: GcsManager;
  /** Called with what happened to the secret when it no longer needs to be shown. */
  onForget: (message: string) => void;
}) {
  const titleId = useId();
  const now = useNow();
  const remove = useMutation(lanSecretMutations.delete(manager));
  const isExpired = expiresAtMs !== null && expiresAtMs <= now;
  if (isExpired) {
    return (
      <div className="stack" role="status">
        <p>This LAN secret has expired.</p>
        <div>
          <button type="button" className="button" onClick={() => onForget('')}>
            Create another secret
          </button>
        </div>
      </div>
    );
  }
  return (
    <section className="stack" aria-labelledby={titleId}>
      {/* Takes the focus, because the form that created the secret is gone. */}
      <h4 id={titleId} className={styles.title} tabIndex={-1} ref={focusRef}>
        LAN secret: {side.toLowerCase()}
      </h4>
      <p>Copy it now. Globus shows it only once, and this page doesn’t store it.</p>
      <p className={styles.secret}>
        <code className="mono">{secret}</code>
        <CopyButton text={secret} contentLabel={`LAN secret: ${side.toLowerCase()}`} />
      </p>
      <p className="small muted">
        {expiresAtMs === null
          ? 'Globus doesn’t report when it expires.'
          : `Expires in ${durationText(expiresAtMs - now)}.`}
        {username && (
          <>
            {' '}
            For the user <bdi>{username}</bdi>.
          </>
        )}
      </p>
      <div>
        <button
          type="button"
          className="button"
          aria-disabled={remove.isPending}
          onClick={() =>
            !remove.isPending && remove.mutate(id, { onSuccess: () => onForget('Secret deleted.') })
          }
        >
          {remove.isPending ? 'Deleting…' : 'Delete secret'}
        </button>
      </div>
      {remove.error != null && <ProblemNotice error={remove.error} />}
      {/* Outside of the disclosure around it, where a dialog would be hidden as well. */}
      {createPortal(
        <LeaveWarning title="Leave the LAN secret?" appUrl={appUrl()}>
          You can’t see this secret again after you leave. It stays valid until it expires. If you haven’t
          stored it, delete it first.
        </LeaveWarning>,
        document.body,
      )}
    </section>
  );
}

function focusRef(element: HTMLElement | null): void {
  element?.focus();
}
