import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isBlockedUntilSignIn } from '../../api/http/errors.ts';
import { fleetPollMs, isWithinRetryAfter } from '../../api/polling.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { useSession } from '../../session/useSession.ts';
import { Freshness } from '../../ui/query-states/Freshness.tsx';
import { useNotificationSettings } from './activity/useNotificationSettings.ts';

/** Keeps the list up to date and says how old it is. Apart from the page, which so renders for new tunnels alone. */
export function FleetFreshness() {
  const [isPaused, setPaused] = useState(false);
  const isOver = useSession()?.ended === true;
  const [{ browserNotifications }] = useNotificationSettings();
  const list = useQuery({
    ...tunnelQueries.polledList(useQueryClient()),
    refetchInterval: ({ state }) => !isPaused && fleetPollMs(state, Date.now()),
    // Whoever asked for notifications wants to hear of what happens while they look elsewhere.
    refetchIntervalInBackground: browserNotifications,
    refetchOnWindowFocus: ({ state }) => !isPaused && !isWithinRetryAfter(state, Date.now()),
    refetchOnReconnect: !isPaused,
  });
  return (
    <Freshness
      query={list}
      pollMs={fleetPollMs(list, list.errorUpdatedAt)}
      needsSignIn={isOver || isBlockedUntilSignIn(list.error)}
      isPaused={isPaused}
      onPause={setPaused}
    />
  );
}
