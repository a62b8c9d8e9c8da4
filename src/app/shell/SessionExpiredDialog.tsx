import { useState } from 'react';
import { TRANSFER_SERVER } from '../../session/tokens/tokens.ts';
import { useSession } from '../../session/useSession.ts';
import { Dialog } from '../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../ui/dialogs/DialogButtons.tsx';
import { SignInRemedyButton } from '../../ui/notices/SignInRemedyButton.tsx';
import { SIGN_IN_AGAIN } from '../signInAgain.ts';

/** Over the unharmed page when Globus no longer takes this session's tokens: drafts stay, one button goes on. */
export function SessionExpiredDialog() {
  const session = useSession();
  // Which sign-in it was closed for: the end of a later one is news again.
  const [closedFor, setClosedFor] = useState<number | null>(null);
  const signedInAtMs = session?.tokens[TRANSFER_SERVER]?.issuedAtMs ?? 0;
  if (!session?.ended || closedFor === signedInAtMs) return null;
  const close = () => setClosedFor(signedInAtMs);
  return (
    <Dialog title="Your sign-in is over" onClose={close}>
      <p>
        Globus asks you to sign in again. You come back to this very place; what you typed is kept, and your
        tunnels go on meanwhile.
      </p>
      <DialogButtons cancelLabel="Stay and read" onCancel={close} isMainFirst>
        <SignInRemedyButton remedy={SIGN_IN_AGAIN} />
      </DialogButtons>
    </Dialog>
  );
}
