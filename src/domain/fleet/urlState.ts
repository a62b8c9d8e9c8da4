import { TUNNEL_STATES } from '../tunnel/state.ts';
import {
  type ColumnSetting,
  DEFAULT_COLUMNS,
  DEFAULT_SORT,
  FLEET_COLUMNS,
  type FleetSort,
} from './columns.ts';
import { type FleetFilter, SIDES } from './filter.ts';

/** What the list can be grouped by. */
export const GROUPINGS = ['access-point', 'pair', 'owner'] as const;
export type FleetGrouping = (typeof GROUPINGS)[number];

/** The view of the list of tunnels. The URL holds all of it, so that it can be shared, reloaded and gone back to. */
export interface FleetUrlState {
  filter: FleetFilter;
  sort: FleetSort;
  grouping: FleetGrouping | null;
  /** The keys of the groups that show only their heading. */
  collapsedGroups: readonly string[];
  columns: readonly ColumnSetting[];
}

/** The limits of a column's width, in CSS pixels. */
export const MIN_COLUMN_WIDTH_PX = 48;
export const MAX_COLUMN_WIDTH_PX = 1200;

const MAX_MINUTES = 5_256_000;
/** As many as fit into a URL that every server accepts. */
const MAX_COLLAPSED = 40;

/** Reads and writes the view of the list in the query string, for `useUrlState`. */
export const fleetUrlState = { read: readFleetUrlState, write: writeFleetUrlState };

/** Reads the view from a query string. Invalid values are ignored. */
function readFleetUrlState(query: URLSearchParams): FleetUrlState {
  const grouping = GROUPINGS.find((known) => known === query.get('group')) ?? null;
  return {
    filter: {
      text: query.get('q') ?? '',
      needsAttention: query.get('attention') === 'yes',
      states: splitList(query.get('state')).flatMap(
        (name) => TUNNEL_STATES.find((state) => state === name) ?? [],
      ),
      accessPointId: query.get('ap') || null,
      side: SIDES.find((side) => side === query.get('side')) ?? null,
      endpointId: query.get('endpoint') || null,
      ownerId: query.get('owner') || null,
      restartable: { yes: true, no: false }[query.get('restartable') ?? ''] ?? null,
      maxTimeLeftMinutes: readMinutes(query.get('left')),
      maxAgeMinutes: readMinutes(query.get('younger')),
      minAgeMinutes: readMinutes(query.get('older')),
    },
    sort: readSort(query.get('sort') ?? ''),
    grouping,
    collapsedGroups: grouping ? readCollapsed(query.get('folded')) : [],
    columns: readColumns(query.get('columns') ?? ''),
  };
}

/**
 * Writes a view into a query string, without default values, and keeps other parameters. Links to views are shared and
 * used for years: never rename a parameter.
 */
function writeFleetUrlState(
  { filter, sort, grouping, collapsedGroups, columns }: FleetUrlState,
  query: URLSearchParams,
): void {
  const set = (name: string, value: string | number | null) => {
    if (value === null || value === '') query.delete(name);
    else query.set(name, String(value));
  };
  set('q', filter.text);
  set('attention', filter.needsAttention ? 'yes' : null);
  set('state', filter.states.join(','));
  set('ap', filter.accessPointId);
  set('side', filter.side);
  set('endpoint', filter.endpointId);
  set('owner', filter.ownerId);
  set('restartable', filter.restartable === null ? null : filter.restartable ? 'yes' : 'no');
  set('left', filter.maxTimeLeftMinutes);
  set('younger', filter.maxAgeMinutes);
  set('older', filter.minAgeMinutes);
  set('sort', writeSort(sort) === writeSort(DEFAULT_SORT) ? null : writeSort(sort));
  set('group', grouping);
  set('folded', grouping && collapsedGroups.slice(-MAX_COLLAPSED).join(','));
  set('columns', writeColumns(columns) === writeColumns(DEFAULT_COLUMNS) ? null : writeColumns(columns));
}

function splitList(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter(Boolean))];
}

/** Reads keys of groups, each of one or two IDs. */
function readCollapsed(text: string | null): string[] {
  return splitList(text)
    .filter((key) => /^[\w-]{1,64}(?: [\w-]{1,64})?$/.test(key))
    .slice(-MAX_COLLAPSED);
}

function readMinutes(text: string | null): number | null {
  return text !== null && /^\d{1,7}$/.test(text) && Number(text) <= MAX_MINUTES ? Number(text) : null;
}

function readSort(text: string): FleetSort {
  const descending = text.startsWith('-');
  const column = FLEET_COLUMNS.find((name) => name === text.slice(descending ? 1 : 0));
  return column ? { column, descending } : DEFAULT_SORT;
}

const writeSort = ({ column, descending }: FleetSort) => (descending ? `-${column}` : column);

/** Reads columns such as `state,label:320`: a name, and a width in pixels if it isn't the default. */
function readColumns(text: string): readonly ColumnSetting[] {
  const chosen = new Map<string, ColumnSetting>();
  for (const part of splitList(text)) {
    const [name, width = ''] = part.split(':');
    const column = FLEET_COLUMNS.find((known) => known === name);
    if (column)
      chosen.set(column, {
        column,
        widthPx: /^\d{1,4}$/.test(width) ? clampColumnWidth(Number(width)) : null,
      });
  }
  return chosen.size === 0 ? DEFAULT_COLUMNS : [...chosen.values()];
}

/** Returns the nearest width that a column may have. */
export function clampColumnWidth(px: number): number {
  return Math.round(Math.min(Math.max(px, MIN_COLUMN_WIDTH_PX), MAX_COLUMN_WIDTH_PX));
}

function writeColumns(columns: readonly ColumnSetting[]): string {
  return columns.map(({ column, widthPx }) => (widthPx === null ? column : `${column}:${widthPx}`)).join(',');
}
