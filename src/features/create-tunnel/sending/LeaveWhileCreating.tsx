import { appUrl } from '../../../config/appUrl.ts';
import { LeaveWarning } from '../../../ui/dialogs/LeaveWarning.tsx';

/** Asks before someone leaves the wizard while a tunnel is being created. */
export function LeaveWhileCreating() {
  return (
    <LeaveWarning title="Leave while the tunnel is being created?" appUrl={appUrl()}>
      Globus hasn’t responded yet. If you leave this page, we’ll keep trying in this tab and let you know when
      the tunnel is created or if it fails.
    </LeaveWarning>
  );
}
