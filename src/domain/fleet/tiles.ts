import { countText } from '../text/count.ts';
import { durationText } from '../text/time.ts';
import { LONG_WAIT_MS, OUTCOMES, type Outcome, type OutcomeKind } from '../tunnel/outcome.ts';
import { STATE_LABELS } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';
import { EMPTY_FILTER, type FleetFilter, meetsFilter } from './filter.ts';
import type { FleetOutcomes } from './outcomes.ts';

/** The tiles above the list, each of which counts the tunnels that match a filter. */
export const FLEET_TILES = ['attention', 'active', 'waiting', 'expiring', 'ended'] as const;
export type FleetTile = (typeof FLEET_TILES)[number];

/** The parts of a filter that tiles set. Only one tile is pressed at a time. */
type TileFilter = Pick<FleetFilter, 'needsAttention' | 'states' | 'maxTimeLeftMinutes'>;

const NO_TILE: TileFilter = { needsAttention: false, states: [], maxTimeLeftMinutes: null };

const TILES: Readonly<Record<FleetTile, { label: string; filter: TileFilter }>> = {
  attention: { label: 'Needs attention', filter: { ...NO_TILE, needsAttention: true } },
  active: { label: STATE_LABELS.ACTIVE, filter: { ...NO_TILE, states: ['ACTIVE'] } },
  waiting: { label: STATE_LABELS.AWAITING_LISTENER, filter: { ...NO_TILE, states: ['AWAITING_LISTENER'] } },
  expiring: { label: 'Expiring within 1 h', filter: { ...NO_TILE, maxTimeLeftMinutes: 60 } },
  ended: { label: 'Ended', filter: { ...NO_TILE, states: ['STOPPED'] } },
};

/** What a tile shows. */
export interface TileSummary {
  tile: FleetTile;
  label: string;
  count: number;
  /** One line about the tunnels that the tile counts. */
  detail: string;
  /** The most urgent severity, for tunnels that need attention. */
  severity: Outcome['severity'];
}

/** Returns whether a filter is the one that a tile sets, whatever else narrows the list. */
export function isTilePressed(tile: FleetTile, filter: FleetFilter): boolean {
  const { needsAttention: attention, states, maxTimeLeftMinutes } = TILES[tile].filter;
  return (
    filter.needsAttention === attention &&
    filter.maxTimeLeftMinutes === maxTimeLeftMinutes &&
    filter.states.join() === states.join()
  );
}

/** Returns the filter after a click on a tile: the tile's own filter, or none if that was set already. */
export function toggleTile(tile: FleetTile, filter: FleetFilter): FleetFilter {
  return { ...filter, ...(isTilePressed(tile, filter) ? NO_TILE : TILES[tile].filter) };
}

/** Counts the tunnels of each tile, among all tunnels. */
export function summarizeTiles(tunnels: readonly Tunnel[], outcomes: FleetOutcomes): TileSummary[] {
  return FLEET_TILES.map((tile) => {
    const { label } = TILES[tile];
    const filter = { ...EMPTY_FILTER, ...TILES[tile].filter };
    const members = tunnels.filter((tunnel) => meetsFilter(tunnel, filter, outcomes));
    const isCritical = members.some((tunnel) => outcomes.of(tunnel).severity === 'critical');
    const isUrgent = tile === 'attention' && members.length > 0;
    return {
      tile,
      label,
      count: members.length,
      detail: tileDetail(tile, members, tunnels.length, outcomes),
      severity: isUrgent ? (isCritical ? 'critical' : 'warning') : 'quiet',
    };
  });
}

/** What follows the number of tunnels with an outcome. */
const KIND_TEXTS: Readonly<Partial<Record<OutcomeKind, string>>> = {
  failed: 'failed',
  overdue: 'past their end',
  'active-with-error': 'with recent errors',
  waiting: `waiting over ${durationText(LONG_WAIT_MS)}`,
  expiring: 'expiring soon',
  'setting-up': 'stuck in setup',
  connecting: 'connecting',
  'stopped-early': 'stopped early',
};

function tileDetail(
  tile: FleetTile,
  members: readonly Tunnel[],
  total: number,
  outcomes: FleetOutcomes,
): string {
  const counts = (kinds: readonly OutcomeKind[]) => countKinds(members, kinds, outcomes);
  switch (tile) {
    case 'attention':
      return counts(OUTCOMES) || 'No problems found';
    case 'active':
      return `of ${countText(total, 'tunnel')}`;
    case 'waiting': {
      const connecting = counts(['connecting']);
      const createdAtMs = smallest(members.map((tunnel) => tunnel.createdAtMs));
      if (connecting || createdAtMs === null) return connecting || 'No tunnels';
      return `Longest: ${durationText(outcomes.now - createdAtMs)}`;
    }
    case 'expiring': {
      const endMs = smallest(members.map(endsAtMs));
      if (endMs === null) return 'No tunnels';
      return endMs > outcomes.now ? `Next in ${durationText(endMs - outcomes.now)}` : 'Next: now';
    }
    case 'ended':
      return counts(['failed', 'stopped-early']) || 'None stopped early';
  }
}

function countKinds(
  members: readonly Tunnel[],
  kinds: readonly OutcomeKind[],
  outcomes: FleetOutcomes,
): string {
  const counts = new Map<OutcomeKind, number>();
  for (const tunnel of members) {
    const { kind } = outcomes.of(tunnel);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return kinds
    .flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : `${count.toLocaleString('en')} ${KIND_TEXTS[kind] ?? kind}`;
    })
    .join(', ');
}

function smallest(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (least, value) => (value !== null && (least === null || value < least) ? value : least),
    null,
  );
}
