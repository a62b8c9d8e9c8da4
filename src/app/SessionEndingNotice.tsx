import { endsSoon } from '../session/renewal.ts';
import { signIn } from '../session/signIn.ts';
import { TRANSFER_SERVER } from '../session/tokens.ts';
import { useSession } from '../session/useSession.ts';
import { TimeText } from '../ui/TimeText.tsx';
import { useNow } from '../ui/useNow.ts';
import styles from './SessionEndingNotice.module.css';

/** Says ahead of time that the sign-in ends, where it does not renew itself, so that nobody is cut off midway. */
export function SessionEndingNotice() {
  const session = useSession();
  const now = useNow(15_000);
  const token = session?.tokens[TRANSFER_SERVER];
  if (!token || session?.ended || token.refreshToken !== null || !endsSoon(token, now)) return null;
  return (
    <div className={styles.notice} role="status">
      <span>
        Your sign-in ends <TimeText ms={token.expiresAtMs} />. Continue now and you come back to this page.
      </span>
      <button type="button" className="button" onClick={() => void signIn()}>
        Continue
      </button>
    </div>
  );
}
