import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { waitsForSignIn } from '../../api/http/errors.ts';
import { isAskedToWait, pollFleet } from '../../api/polling.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { useSession } from '../../session/useSession.ts';
import { Freshness } from '../../ui/query-states/Freshness.tsx';
import { useTellSettings } from './activity/useNotificationSettings.ts';

/** Keeps the list up to date and says how old it is. Apart from the page, which so renders for new tunnels alone. */
export function FleetFreshness() {
  const [isPaused, setPaused] = useState(false);
  const isOver = useSession()?.ended === true;
  const [{ notifications }] = useTellSettings();
  const list = useQuery({
    ...tunnelQueries.polledList(useQueryClient()),
    refetchInterval: ({ state }) => !isPaused && pollFleet(state, Date.now()),
    // Whoever asked for notifications wants to hear of what happens while they look elsewhere.
    refetchIntervalInBackground: notifications,
    refetchOnWindowFocus: ({ state }) => !isPaused && !isAskedToWait(state, Date.now()),
    refetchOnReconnect: !isPaused,
  });
  return (
    <Freshness
      query={list}
      pollMs={pollFleet(list, list.errorUpdatedAt)}
      needsSignIn={isOver || waitsForSignIn(list.error)}
      isPaused={isPaused}
      onPause={setPaused}
    />
  );
}
