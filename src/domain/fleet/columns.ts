import { isTerminal, TUNNEL_STATES } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel, tunnelName } from '../tunnel/tunnel.ts';
import { accessPointName, type FleetNames, ownerName, ownerOrganization } from './names.ts';

interface ColumnRule {
  title: string;
  /** What to sort by; null comes last in either direction. */
  sortBy: (tunnel: Tunnel, names: FleetNames) => string | number | null;
}

/** Every column the table of tunnels can have, in the order in which they are offered. */
const COLUMNS = {
  state: { title: 'State', sortBy: ({ state }) => TUNNEL_STATES.indexOf(state) },
  label: { title: 'Tunnel', sortBy: (tunnel) => tunnelName(tunnel).toLowerCase() },
  initiator: {
    title: 'Initiator',
    sortBy: ({ initiatorAccessPointId: id }, names) => lower(accessPointName(names, id) ?? id),
  },
  listener: {
    title: 'Listener',
    sortBy: ({ listenerAccessPointId: id }, names) => lower(accessPointName(names, id) ?? id),
  },
  created: { title: 'Created', sortBy: ({ createdAtMs }) => createdAtMs },
  ends: { title: 'Ends', sortBy: (tunnel) => (isTerminal(tunnel) ? null : endsAtMs(tunnel)) },
  owner: {
    title: 'Owner',
    sortBy: (tunnel, names) => lower(ownerName(names, tunnel) ?? tunnel.ownerId),
  },
  organization: {
    title: 'Organization',
    sortBy: (tunnel, names) => lower(ownerOrganization(names, tunnel)),
  },
  lifetime: { title: 'Lifetime', sortBy: ({ lifetimeMinutes }) => lifetimeMinutes },
  restartable: { title: 'Restarts', sortBy: ({ restartable }) => Number(restartable) },
  status: { title: 'Status', sortBy: ({ status }) => lower(status) },
  id: { title: 'Id', sortBy: ({ id }) => id },
} satisfies Record<string, ColumnRule>;

export type FleetColumn = keyof typeof COLUMNS;

export const FLEET_COLUMNS = Object.keys(COLUMNS) as FleetColumn[];

/** A column as somebody chose it. */
export interface ColumnSetting {
  column: FleetColumn;
  /** CSS pixels; null: as wide as suits it. */
  widthPx: number | null;
}

/** What the table shows until somebody chooses. */
export const DEFAULT_COLUMNS: readonly ColumnSetting[] = (
  ['state', 'label', 'initiator', 'listener', 'created', 'ends'] as const
).map((column) => ({ column, widthPx: null }));

/** Whether these are the usual columns in their usual order, however wide. */
export function areDefaultColumns(columns: readonly ColumnSetting[]): boolean {
  return (
    columns.length === DEFAULT_COLUMNS.length &&
    columns.every(({ column }, at) => column === DEFAULT_COLUMNS[at]?.column)
  );
}

/** The heading of a column. */
export function columnTitle(column: FleetColumn): string {
  return COLUMNS[column].title;
}

/** What the list is sorted by. */
export interface FleetSort {
  column: FleetColumn;
  descending: boolean;
}

/** Newest first. */
export const DEFAULT_SORT: FleetSort = { column: 'created', descending: true };

/** The tunnels in order; those that say nothing about it come last, those that are equal by their ids. */
export function sortFleet(
  tunnels: readonly Tunnel[],
  { column, descending }: FleetSort,
  names: FleetNames,
): Tunnel[] {
  const rule: ColumnRule = COLUMNS[column];
  const keyed = tunnels.map((tunnel) => ({ tunnel, key: rule.sortBy(tunnel, names) }));
  const sign = descending ? -1 : 1;
  keyed.sort((one, other) => {
    if (one.key === other.key) return one.tunnel.id < other.tunnel.id ? -1 : 1;
    if (one.key === null) return 1;
    if (other.key === null) return -1;
    return one.key < other.key ? -sign : sign;
  });
  return keyed.map(({ tunnel }) => tunnel);
}

function lower(text: string | null): string | null {
  return text?.toLowerCase() ?? null;
}
