import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { loadedStoppedHistories } from '../../api/tunnels/stoppedHistory.ts';
import { createOutcomeCache, type FleetOutcomes } from '../../domain/fleet/outcomes.ts';
import { summarizeTiles, type TileSummary } from '../../domain/fleet/tiles.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useNow } from '../../ui/text/useNow.ts';

/** How often outcomes are derived again for an unchanged list. */
const STEP_MS = 60_000;

/**
 * Derives what has become of each tunnel, and counts the tiles, once a list and minute.
 *
 * @returns the outcomes, the tiles, and a function to call when another history of a stopped tunnel has been loaded
 */
export function useFleetOutcomes(tunnels: readonly Tunnel[]): {
  outcomes: FleetOutcomes;
  tiles: TileSummary[];
  updateHistories: () => void;
} {
  const client = useQueryClient();
  const now = useNow(STEP_MS);
  const [outcomeAt] = useState(createOutcomeCache);
  const [histories, setHistories] = useState(() => loadedStoppedHistories(client));
  const updateHistories = useCallback(() => setHistories(loadedStoppedHistories(client)), [client]);
  const outcomes = useMemo<FleetOutcomes>(
    () => ({ now, of: (tunnel) => outcomeAt(tunnel, histories.get(tunnel.id) ?? null, now) }),
    [outcomeAt, histories, now],
  );
  const tiles = useMemo(() => summarizeTiles(tunnels, outcomes), [tunnels, outcomes]);
  return { outcomes, tiles, updateHistories };
}
