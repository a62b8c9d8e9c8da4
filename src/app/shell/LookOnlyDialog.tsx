import { useState, useSyncExternalStore } from 'react';
import { appUrl } from '../../config/appUrl.ts';
import { signOut } from '../../session/signOut.ts';
import { wallDisplayShown } from '../../session/timeLimits.ts';
import { useSession } from '../../session/useSession.ts';
import { Dialog } from '../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../ui/dialogs/DialogButtons.tsx';
import { SignInRemedyButton } from '../../ui/notices/SignInRemedyButton.tsx';
import { SIGN_IN_AGAIN } from '../describeProblem.ts';

/**
 * Covers the page after no one has used it for a while, until someone signs in again. The wall display continues: it only
 * shows. Can't be closed, because whoever is there may be someone else.
 */
export function LookOnlyDialog() {
  const session = useSession();
  const isWallDisplay = useSyncExternalStore(wallDisplayShown.subscribe, wallDisplayShown.get);
  const [isSigningOut, setSigningOut] = useState(false);
  if (!session?.lookOnly || session.ended || isWallDisplay) return null;
  const startSignOut = () => {
    setSigningOut(true);
    void signOut(appUrl(), false);
  };
  return (
    <Dialog title="Sign in to continue" onClose={() => {}}>
      <p>
        No one has used this page for a while. Sign in again, and you’ll return to it with your changes
        intact.
      </p>
      <DialogButtons
        cancelLabel={isSigningOut ? 'Signing out…' : 'Sign out'}
        onCancel={startSignOut}
        isMainFirst
      >
        <SignInRemedyButton remedy={{ ...SIGN_IN_AGAIN, asDifferentUser: true }} />
      </DialogButtons>
    </Dialog>
  );
}
