import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from './Dialog.tsx';
import { DialogButtons } from './DialogButtons.tsx';
import { isLeaving, routeOf } from './isLeaving.ts';

/**
 * While it is mounted, asks before a link leads away from the page or the tab closes. It doesn't hold up the Back button:
 * a page can't do that without breaking the browser's history.
 */
export function LeaveWarning({
  title,
  appUrl,
  children,
}: {
  /** The question. */
  title: string;
  /** The address the app is served at, with a slash at its end. */
  appUrl: string;
  /** What leaving means. */
  children: ReactNode;
}) {
  const [href, setHref] = useState<string | null>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!link || opensElsewhere || !isLeaving(link, location.href, appUrl)) return;
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
  }, [appUrl]);
  if (href === null) return null;
  const leave = () => {
    setHref(null);
    void navigate(routeOf(href, appUrl));
  };
  return (
    <Dialog title={title} onClose={() => setHref(null)}>
      <p>{children}</p>
      <DialogButtons cancelLabel="Leave" onCancel={leave} action="Stay" onAction={() => setHref(null)} />
    </Dialog>
  );
}
