import { useState } from 'react';
import { TRANSFER_SERVER } from '../../session/tokens/tokens.ts';
import { useSession } from '../../session/useSession.ts';
import { Dialog } from '../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../ui/dialogs/DialogButtons.tsx';
import { SignInRemedyButton } from '../../ui/notices/SignInRemedyButton.tsx';
import { SIGN_IN_AGAIN } from '../describeProblem.ts';

/** Shown over the page when Globus no longer accepts this session's tokens. The page and its drafts stay as they are. */
export function SessionExpiredDialog() {
  const session = useSession();
  // The sign-in it was closed for. It opens again when a later one expires.
  const [closedFor, setClosedFor] = useState<number | null>(null);
  const signedInAtMs = session?.tokens[TRANSFER_SERVER]?.issuedAtMs ?? 0;
  if (!session?.ended || closedFor === signedInAtMs) return null;
  const close = () => setClosedFor(signedInAtMs);
  return (
    <Dialog title="Your session expired" onClose={close}>
      <p>
        Sign in again to continue. You’ll return to this page with your changes intact, and your tunnels keep
        running.
      </p>
      <DialogButtons cancelLabel="Not now" onCancel={close} isMainFirst>
        <SignInRemedyButton remedy={SIGN_IN_AGAIN} />
      </DialogButtons>
    </Dialog>
  );
}
