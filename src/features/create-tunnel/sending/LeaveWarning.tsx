import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';

/**
 * While a tunnel is being created: asks before one follows a link away from the wizard or closes the tab. Going
 * back is not held up: a page cannot hold it up without breaking the browser's history.
 */
export function LeaveWarning() {
  const [wish, setWish] = useState<HTMLAnchorElement | null>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !leaves(link, event)) return;
      event.preventDefault();
      event.stopPropagation();
      setWish(link);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      removeEventListener('beforeunload', onUnload);
    };
  }, []);
  if (!wish) return null;
  const leave = () => void navigate(wish.href.slice(new URL(document.baseURI).href.length - 1));
  return (
    <Dialog title="Leave while the tunnel is being created?" onClose={() => setWish(null)}>
      <p>
        Globus has not answered yet. If you leave this page, this tab goes on asking: the tunnel appears in
        your list once it is made, and should it be refused, you are told wherever you are.
      </p>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="button" onClick={leave}>
          Leave
        </button>
        <button type="button" className="button primary" onClick={() => setWish(null)}>
          Stay
        </button>
      </div>
    </Dialog>
  );
}

/** Whether a click goes to another page of this app in this tab. What opens elsewhere leaves nothing. */
function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank';
  return !opensElsewhere && link.pathname !== location.pathname;
}
