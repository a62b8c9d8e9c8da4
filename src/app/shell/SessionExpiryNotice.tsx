import { expiresSoon } from '../../session/tokens/renewal.ts';
import { TRANSFER_SERVER } from '../../session/tokens/tokens.ts';
import { useSession } from '../../session/useSession.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { SignInRemedyButton } from '../../ui/notices/SignInRemedyButton.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';
import { useNow } from '../../ui/text/useNow.ts';
import { SIGN_IN_AGAIN } from '../describeProblem.ts';

/**
 * Warns before a session expires that doesn't renew automatically, and says when it has expired that the page is no
 * longer live.
 */
export function SessionExpiryNotice() {
  const session = useSession();
  const now = useNow(15_000);
  const token = session?.tokens[TRANSFER_SERVER];
  if (session?.ended) {
    return (
      <Notice tone="warning" actions={<SignInRemedyButton remedy={SIGN_IN_AGAIN} isPrimary={false} />}>
        <p>Your session expired. This page may be out of date.</p>
      </Notice>
    );
  }
  if (!token || token.refreshToken !== null || !expiresSoon(token, now)) return null;
  return (
    <Notice
      tone="warning"
      actions={<SignInRemedyButton remedy={{ ...SIGN_IN_AGAIN, label: 'Renew session' }} isPrimary={false} />}
    >
      <p>
        {/* Screen readers announce every change, so no time in it may count down. */}
        Your session expires at <TimeText ms={token.expiresAtMs} format="clock" />. Renew it now, and you’ll
        return to this page.
      </p>
    </Notice>
  );
}
