import { routePaths } from '../../config/routePaths.ts';
import { findIds } from '../../domain/text/id.ts';
import { type Tunnel, tunnelName } from '../../domain/tunnel/tunnel.ts';
import type { RecentPage } from './recentPages.ts';

/** A place or a deed to choose; all of them are addresses. */
export interface PaletteEntry {
  group: 'Look up' | 'Tunnels' | 'Pages' | 'This tunnel' | 'Recent' | 'Search';
  title: string;
  to: string;
}

/** What the palette knows when it is opened. */
export interface PaletteData {
  /** The tunnels of the last list, if one was read. */
  tunnels: readonly Tunnel[];
  recent: readonly RecentPage[];
  /** The tunnel one looks at. */
  currentTunnelId: string | null;
}

const MOST_TUNNELS = 6;
const MOST_IDS = 5;

const PAGES: readonly PaletteEntry[] = [
  { group: 'Pages', title: 'Tunnels', to: routePaths.fleet },
  { group: 'Pages', title: 'Access points', to: routePaths.accessPoints },
  { group: 'Pages', title: 'New tunnel', to: routePaths.createTunnel },
  { group: 'Pages', title: 'Open a support bundle', to: routePaths.supportBundle },
];

/** What one can choose for a text that is being typed or was pasted, the best guess first. */
export function paletteEntries(typed: string, knowledge: PaletteData): PaletteEntry[] {
  const ids = findIds(typed);
  if (ids.length > 0) return lookUps(ids);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ title }: { title: string }) => words.every((word) => title.toLowerCase().includes(word));
  const text = typed.trim();
  if (text === '')
    return [...recentPlaces(knowledge), ...PAGES, ...aboutThisTunnel(knowledge.currentTunnelId)];
  const tunnels = knowledge.tunnels
    .filter((tunnel) => matches({ title: `${tunnel.label ?? ''} ${tunnel.id}` }))
    .slice(0, MOST_TUNNELS)
    .map(
      (tunnel): PaletteEntry => ({
        group: 'Tunnels',
        title: tunnelName(tunnel),
        to: routePaths.tunnel(tunnel.id),
      }),
    );
  const rest = [...PAGES, ...aboutThisTunnel(knowledge.currentTunnelId), ...recentPlaces(knowledge)];
  return [...tunnels, ...rest.filter(matches), ...searches(text)].filter(isFirstWithAddress);
}

function lookUps(ids: readonly string[]): PaletteEntry[] {
  const each = ids
    .slice(0, MOST_IDS)
    .map((id): PaletteEntry => ({ group: 'Look up', title: id, to: routePaths.find([id]) }));
  if (each.length === 1) return each;
  return [
    { group: 'Look up', title: `All ${ids.length} ids in this text`, to: routePaths.find(ids) },
    ...each,
  ];
}

function recentPlaces({ recent }: PaletteData): PaletteEntry[] {
  return recent.map(({ title, to }) => ({ group: 'Recent', title, to }));
}

function aboutThisTunnel(id: string | null): PaletteEntry[] {
  if (id === null) return [];
  const here = routePaths.tunnel(id);
  return [
    { group: 'This tunnel', title: 'Show its events', to: routePaths.tunnelEvents(id) },
    { group: 'This tunnel', title: 'Show its documents', to: routePaths.tunnelDocuments(id) },
    { group: 'This tunnel', title: 'Rename it', to: `${here}?ask=rename` },
    { group: 'This tunnel', title: 'Make a support bundle', to: `${here}?ask=bundle` },
    { group: 'This tunnel', title: 'Stop it', to: `${here}?ask=stop` },
    { group: 'This tunnel', title: 'Delete it', to: `${here}?ask=delete` },
  ];
}

function searches(text: string): PaletteEntry[] {
  const query = new URLSearchParams({ q: text });
  return [
    { group: 'Search', title: `Tunnels with “${text}”`, to: `${routePaths.fleet}?${query}` },
    { group: 'Search', title: `Access points with “${text}”`, to: `${routePaths.accessPoints}?${query}` },
  ];
}

function isFirstWithAddress({ to }: PaletteEntry, place: number, all: readonly PaletteEntry[]): boolean {
  return all.findIndex((entry) => entry.to === to) === place;
}
