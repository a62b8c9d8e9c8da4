import { isTerminal, TUNNEL_STATES } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel, tunnelName } from '../tunnel/tunnel.ts';
import { accessPointName, type FleetNames, ownerName, ownerOrganization } from './names.ts';

interface ColumnRule {
  title: string;
  /** What to sort by; null comes last in both directions. */
  sortBy: (tunnel: Tunnel, names: FleetNames) => string | number | null;
}

/** Every column of the table of tunnels, in the order in which they are offered. */
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
  restartable: { title: 'Auto-restart', sortBy: ({ restartable }) => Number(restartable) },
  status: { title: 'Status', sortBy: ({ status }) => lower(status) },
  id: { title: 'ID', sortBy: ({ id }) => id },
} satisfies Record<string, ColumnRule>;

export type FleetColumn = keyof typeof COLUMNS;

export const FLEET_COLUMNS = Object.keys(COLUMNS) as FleetColumn[];

/** A column as the user set it. */
export interface ColumnSetting {
  column: FleetColumn;
  /** In CSS pixels; null for the default width. */
  widthPx: number | null;
}

/** The columns until the user changes them. */
export const DEFAULT_COLUMNS: readonly ColumnSetting[] = (
  ['state', 'label', 'initiator', 'listener', 'created', 'ends'] as const
).map((column) => ({ column, widthPx: null }));

/** Returns whether these are the default columns in their default order, whatever their widths. */
export function areDefaultColumns(columns: readonly ColumnSetting[]): boolean {
  return (
    columns.length === DEFAULT_COLUMNS.length &&
    columns.every(({ column }, index) => column === DEFAULT_COLUMNS[index]?.column)
  );
}

/** Returns the heading of a column. */
export function columnTitle(column: FleetColumn): string {
  return COLUMNS[column].title;
}

/** How the list is sorted. */
export interface FleetSort {
  column: FleetColumn;
  descending: boolean;
}

/** Newest first. */
export const DEFAULT_SORT: FleetSort = { column: 'created', descending: true };

/** Sorts tunnels. Those without a value come last; equal ones are sorted by ID. */
export function sortFleet(
  tunnels: readonly Tunnel[],
  { column, descending }: FleetSort,
  names: FleetNames,
): Tunnel[] {
  const rule: ColumnRule = COLUMNS[column];
  const withKeys = tunnels.map((tunnel) => ({ tunnel, key: rule.sortBy(tunnel, names) }));
  const sign = descending ? -1 : 1;
  withKeys.sort((one, other) => {
    if (one.key === other.key) return one.tunnel.id < other.tunnel.id ? -1 : 1;
    if (one.key === null) return 1;
    if (other.key === null) return -1;
    return one.key < other.key ? -sign : sign;
  });
  return withKeys.map(({ tunnel }) => tunnel);
}

function lower(text: string | null): string | null {
  return text?.toLowerCase() ?? null;
}
