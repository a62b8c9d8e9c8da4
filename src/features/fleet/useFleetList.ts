import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fleetPollMs, isWithinRetryAfter } from '../../api/polling.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { useNotificationSettings } from './activity/useNotificationSettings.ts';

/** Loads the list of tunnels and keeps it up to date, unless the reader pauses it. */
export function useFleetList() {
  const [isPaused, setPaused] = useState(false);
  const [{ browserNotifications }] = useNotificationSettings();
  const list = useQuery({
    ...tunnelQueries.polledList(useQueryClient()),
    refetchInterval: ({ state }) => !isPaused && fleetPollMs(state, Date.now()),
    // With browser notifications on, people want to hear of changes while they look at another tab.
    refetchIntervalInBackground: browserNotifications,
    refetchOnWindowFocus: ({ state }) => !isPaused && !isWithinRetryAfter(state, Date.now()),
    refetchOnReconnect: !isPaused,
  });
  return { list, isPaused, setPaused };
}
