import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tunnelEventQueries } from '../../../api/tunnels/tunnelEvents.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** Asks for a tunnel's events as soon as its state has changed: they tell why, and their own turn may be far off. */
export function useRefetchEventsOnStateChange({ id, stateText }: Tunnel): void {
  const client = useQueryClient();
  const seen = useRef(stateText);
  useEffect(() => {
    if (seen.current === stateText) return;
    seen.current = stateText;
    void client.invalidateQueries({ queryKey: tunnelEventQueries.all(id) });
  }, [client, id, stateText]);
}
