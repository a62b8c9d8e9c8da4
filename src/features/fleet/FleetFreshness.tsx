import { isBlockedUntilSignIn } from '../../api/http/errors.ts';
import { fleetPollMs } from '../../api/polling.ts';
import { useSession } from '../../session/useSession.ts';
import { Freshness } from '../../ui/query-states/Freshness.tsx';
import type { useFleetList } from './useFleetList.ts';

/** Shows how recent the list is, and lets the reader pause and refresh it. */
export function FleetFreshness({
  fleet: { list, isPaused, setPaused },
}: {
  fleet: ReturnType<typeof useFleetList>;
}) {
  const hasExpired = useSession()?.ended === true;
  return (
    <Freshness
      query={list}
      pollMs={fleetPollMs(list, list.errorUpdatedAt)}
      needsSignIn={hasExpired || isBlockedUntilSignIn(list.error)}
      isPaused={isPaused}
      onPause={setPaused}
    />
  );
}
