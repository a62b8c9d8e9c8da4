import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tunnelEventQueries } from '../../../api/tunnels/tunnelEvents.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** Fetches a tunnel's events as soon as its state changes: they explain the change, and the next poll may be far off. */
export function useRefetchEventsOnStateChange({ id, stateText }: Tunnel): void {
  const client = useQueryClient();
  const lastState = useRef(stateText);
  useEffect(() => {
    if (lastState.current === stateText) return;
    lastState.current = stateText;
    void client.invalidateQueries({ queryKey: tunnelEventQueries.all(id) });
  }, [client, id, stateText]);
}
