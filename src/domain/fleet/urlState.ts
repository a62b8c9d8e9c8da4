import { TUNNEL_STATES } from '../tunnel/state.ts';
import {
  type ColumnSetting,
  DEFAULT_COLUMNS,
  DEFAULT_SORT,
  FLEET_COLUMNS,
  type FleetSort,
} from './columns.ts';
import { type FleetFilter, SIDES } from './filter.ts';

/** What a list can be put together by. */
export const GROUPINGS = ['access-point', 'pair', 'owner'] as const;
export type FleetGrouping = (typeof GROUPINGS)[number];

/** How the list of tunnels is looked at: all of it stands in the address, to be shared, reloaded and gone back to. */
export interface FleetUrlState {
  filter: FleetFilter;
  sort: FleetSort;
  grouping: FleetGrouping | null;
  /** The keys of the groups of which only the heading is shown. */
  collapsedGroups: readonly string[];
  columns: readonly ColumnSetting[];
}

/** The widths a column can have, CSS pixels. */
export const MIN_COLUMN_WIDTH_PX = 48;
export const MAX_COLUMN_WIDTH_PX = 1200;

const MOST_MINUTES = 5_256_000;
/** As many as an address can hold that every server takes. */
const MOST_FOLDED = 40;

/** The view an address asks for. What makes no sense in it counts as not said. */
export function parseFleetUrlState(query: URLSearchParams): FleetUrlState {
  const grouping = GROUPINGS.find((known) => known === query.get('group')) ?? null;
  return {
    filter: {
      text: query.get('q') ?? '',
      states: listed(query.get('state')).flatMap(
        (word) => TUNNEL_STATES.find((state) => state === word) ?? [],
      ),
      accessPointId: query.get('ap') || null,
      side: SIDES.find((side) => side === query.get('side')) ?? null,
      ownerId: query.get('owner') || null,
      restartable: { yes: true, no: false }[query.get('restartable') ?? ''] ?? null,
      maxTimeLeftMinutes: readMinutes(query.get('left')),
      maxAgeMinutes: readMinutes(query.get('younger')),
      minAgeMinutes: readMinutes(query.get('older')),
    },
    sort: readSort(query.get('sort') ?? ''),
    grouping,
    collapsedGroups: grouping ? readFolded(query.get('folded')) : [],
    columns: readColumns(query.get('columns') ?? ''),
  };
}

/** Writes a view over what an address says of it, and leaves the rest of the address alone. What is usual is not said. */
export function writeFleetUrlState(
  { filter, sort, grouping, collapsedGroups, columns }: FleetUrlState,
  query: URLSearchParams,
): URLSearchParams {
  const written = new URLSearchParams(query);
  const say = (name: string, value: string | number | null) => {
    if (value === null || value === '') written.delete(name);
    else written.set(name, String(value));
  };
  say('q', filter.text);
  say('state', filter.states.join(','));
  say('ap', filter.accessPointId);
  say('side', filter.side);
  say('owner', filter.ownerId);
  say('restartable', filter.restartable === null ? null : filter.restartable ? 'yes' : 'no');
  say('left', filter.maxTimeLeftMinutes);
  say('younger', filter.maxAgeMinutes);
  say('older', filter.minAgeMinutes);
  say('sort', writeSort(sort) === writeSort(DEFAULT_SORT) ? null : writeSort(sort));
  say('group', grouping);
  say('folded', grouping && collapsedGroups.slice(-MOST_FOLDED).join(','));
  say('columns', writeColumns(columns) === writeColumns(DEFAULT_COLUMNS) ? null : writeColumns(columns));
  return written;
}

function listed(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter(Boolean))];
}

/** A group's key is an id or two. */
function readFolded(text: string | null): string[] {
  return listed(text)
    .filter((key) => /^[\w-]{1,64}(?: [\w-]{1,64})?$/.test(key))
    .slice(-MOST_FOLDED);
}

function readMinutes(text: string | null): number | null {
  return text !== null && /^\d{1,7}$/.test(text) && Number(text) <= MOST_MINUTES ? Number(text) : null;
}

function readSort(text: string): FleetSort {
  const descending = text.startsWith('-');
  const column = FLEET_COLUMNS.find((name) => name === text.slice(descending ? 1 : 0));
  return column ? { column, descending } : DEFAULT_SORT;
}

const writeSort = ({ column, descending }: FleetSort) => (descending ? `-${column}` : column);

/** `state,label:320`: a name, and its width where one was chosen. */
function readColumns(text: string): readonly ColumnSetting[] {
  const chosen = new Map<string, ColumnSetting>();
  for (const part of listed(text)) {
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

/** A width that a column may have. */
export function clampColumnWidth(px: number): number {
  return Math.round(Math.min(Math.max(px, MIN_COLUMN_WIDTH_PX), MAX_COLUMN_WIDTH_PX));
}

function writeColumns(columns: readonly ColumnSetting[]): string {
  return columns.map(({ column, widthPx }) => (widthPx === null ? column : `${column}:${widthPx}`)).join(',');
}
