import { useState } from 'react';
import { signIn } from '../session/signIn.ts';
import { useSession } from '../session/useSession.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

/** Over the unharmed page when Globus no longer takes this session's tokens: drafts stay, one button goes on. */
export function SessionEndedDialog() {
  const isOver = useSession()?.ended ?? false;
  const [isHidden, setHidden] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!isOver || isHidden) return null;
  return (
    <Dialog title="Your sign-in is over" onClose={() => setHidden(true)}>
      <p>
        Globus asks you to sign in again. You come back to this very place; what you typed is kept, and your
        tunnels go on meanwhile.
      </p>
      {error != null && <ProblemNotice error={error} />}
      <div className="row">
        <button type="button" className="button primary" onClick={() => signIn().catch(setError)}>
          Sign in again
        </button>
        <button type="button" className="button plain" onClick={() => setHidden(true)}>
          Stay and read
        </button>
      </div>
    </Dialog>
  );
}
