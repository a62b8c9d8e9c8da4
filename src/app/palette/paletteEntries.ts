import { routePaths } from '../../config/routePaths.ts';
import { findIds } from '../../domain/text/id.ts';
import { type Tunnel, tunnelName } from '../../domain/tunnel/tunnel.ts';
import type { RecentPage } from './recentPages.ts';

/** A page or an action in the palette. Every entry is an address to go to. */
export interface PaletteEntry {
  group: 'Look up' | 'Tunnels' | 'Pages' | 'This tunnel' | 'Recent' | 'Search';
  title: string;
  to: string;
}

/** The data that the palette finds entries in. */
export interface PaletteData {
  /** The tunnels of the most recent list, or none if no list was loaded. */
  tunnels: readonly Tunnel[];
  recent: readonly RecentPage[];
  /** The tunnel whose page is open. */
  currentTunnelId: string | null;
}

const MAX_TUNNELS = 6;
const MAX_IDS = 5;

const PAGES: readonly PaletteEntry[] = [
  { group: 'Pages', title: 'Tunnels', to: routePaths.fleet },
  { group: 'Pages', title: 'Access points', to: routePaths.accessPoints },
  { group: 'Pages', title: 'Endpoints', to: routePaths.endpoints },
  { group: 'Pages', title: 'New tunnel', to: routePaths.createTunnel },
  { group: 'Pages', title: 'Support bundle', to: routePaths.supportBundle },
];

/** Returns the entries that match a typed or pasted text, best match first. */
export function paletteEntries(query: string, data: PaletteData): PaletteEntry[] {
  const ids = findIds(query);
  if (ids.length > 0) return lookUpEntries(ids);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ title }: { title: string }) => words.every((word) => title.toLowerCase().includes(word));
  const text = query.trim();
  if (text === '') return [...recentEntries(data), ...PAGES, ...currentTunnelEntries(data.currentTunnelId)];
  const tunnels = data.tunnels
    .filter((tunnel) => matches({ title: `${tunnel.label ?? ''} ${tunnel.id}` }))
    .slice(0, MAX_TUNNELS)
    .map(
      (tunnel): PaletteEntry => ({
        group: 'Tunnels',
        title: tunnelName(tunnel),
        to: routePaths.tunnel(tunnel.id),
      }),
    );
  const others = [...PAGES, ...currentTunnelEntries(data.currentTunnelId), ...recentEntries(data)];
  return [...tunnels, ...others.filter(matches), ...searchEntries(text)].filter(isFirstWithUrl);
}

function lookUpEntries(ids: readonly string[]): PaletteEntry[] {
  const each = ids
    .slice(0, MAX_IDS)
    .map((id): PaletteEntry => ({ group: 'Look up', title: id, to: routePaths.find([id]) }));
  if (each.length === 1) return each;
  return [{ group: 'Look up', title: `Look up all ${ids.length} IDs`, to: routePaths.find(ids) }, ...each];
}

function recentEntries({ recent }: PaletteData): PaletteEntry[] {
  return recent.map(({ title, to }) => ({ group: 'Recent', title, to }));
}

function currentTunnelEntries(id: string | null): PaletteEntry[] {
  if (id === null) return [];
  const page = routePaths.tunnel(id);
  return [
    { group: 'This tunnel', title: 'View events', to: routePaths.tunnelEvents(id) },
    { group: 'This tunnel', title: 'View raw API data', to: routePaths.tunnelDocuments(id) },
    { group: 'This tunnel', title: 'Rename tunnel', to: `${page}?ask=rename` },
    { group: 'This tunnel', title: 'Create support bundle', to: `${page}?ask=bundle` },
    { group: 'This tunnel', title: 'Stop tunnel', to: `${page}?ask=stop` },
    { group: 'This tunnel', title: 'Delete tunnel', to: `${page}?ask=delete` },
  ];
}

function searchEntries(text: string): PaletteEntry[] {
  const query = new URLSearchParams({ q: text });
  return [
    { group: 'Search', title: `Search tunnels for “${text}”`, to: `${routePaths.fleet}?${query}` },
    {
      group: 'Search',
      title: `Search access points for “${text}”`,
      to: `${routePaths.accessPoints}?${query}`,
    },
  ];
}

function isFirstWithUrl({ to }: PaletteEntry, index: number, all: readonly PaletteEntry[]): boolean {
  return all.findIndex((entry) => entry.to === to) === index;
}
