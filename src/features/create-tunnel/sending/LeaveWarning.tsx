import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { appUrl } from '../../../config/appUrl.ts';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';
import { isLeaving, routeOf } from './isLeaving.ts';

/**
 * While a tunnel is being created, asks before a link leads away from the wizard or the tab closes. It doesn't hold up
 * the Back button: a page can't do that without breaking the browser's history.
 */
export function LeaveWarning() {
  const [href, setHref] = useState<string | null>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!link || opensElsewhere || !isLeaving(link, location.href, appUrl())) return;
      event.preventDefault();
      event.stopPropagation();
      setHref(link.href);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      removeEventListener('beforeunload', onUnload);
    };
  }, []);
  if (href === null) return null;
  const leave = () => {
    setHref(null);
    void navigate(routeOf(href, appUrl()));
  };
  return (
    <Dialog title="Leave while the tunnel is being created?" onClose={() => setHref(null)}>
      <p>
        Globus hasn’t responded yet. If you leave this page, we’ll keep trying in this tab and let you know
        when the tunnel is created or if it fails.
      </p>
      <DialogButtons cancelLabel="Leave" onCancel={leave} action="Stay" onAction={() => setHref(null)} />
    </Dialog>
  );
}
