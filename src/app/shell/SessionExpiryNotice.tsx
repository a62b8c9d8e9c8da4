import { expiresSoon } from '../../session/tokens/renewal.ts';
import { TRANSFER_SERVER } from '../../session/tokens/tokens.ts';
import { useSession } from '../../session/useSession.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { SignInRemedyButton } from '../../ui/notices/SignInRemedyButton.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';
import { useNow } from '../../ui/text/useNow.ts';
import { SIGN_IN_AGAIN } from '../signInAgain.ts';

/**
 * Says ahead of time that the sign-in ends, where it does not renew itself, so that nobody is cut off midway; and
 * when it is over, that what one reads is not live.
 */
export function SessionExpiryNotice() {
  const session = useSession();
  const now = useNow(15_000);
  const token = session?.tokens[TRANSFER_SERVER];
  if (session?.ended) {
    return (
      <Notice
        tone="warning"
        actions={
          <SignInRemedyButton remedy={{ ...SIGN_IN_AGAIN, label: 'Sign in again' }} isPrimary={false} />
        }
      >
        <p>Your sign-in is over. This page shows what was known before.</p>
      </Notice>
    );
  }
  if (!token || token.refreshToken !== null || !expiresSoon(token, now)) return null;
  return (
    <Notice
      tone="warning"
      actions={<SignInRemedyButton remedy={{ ...SIGN_IN_AGAIN, label: 'Continue' }} isPrimary={false} />}
    >
      <p>
        {/* The whole notice is read out when it changes: no time in it may tick. */}
        Your sign-in ends at <TimeText ms={token.expiresAtMs} format="clock" />. Continue now and you come
        back to this page.
      </p>
    </Notice>
  );
}
