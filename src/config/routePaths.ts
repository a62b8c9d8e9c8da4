import {
  prefillFromTunnel,
  prefillQuery,
  type TunnelPrefill,
  type TunnelSettings,
} from '../domain/tunnel/prefillLink.ts';

const tunnel = (id: string, tab = '') => `/tunnels/${encodeURIComponent(id)}${tab && `/${tab}`}`;

/**
 * Every address of the app, relative to where it is served. index.html names the first segments too, to find the
 * app's base address; keep the two lists alike.
 */
export const routePaths = {
  fleet: '/tunnels',
  createTunnel: '/tunnels/new',
  /** The wizard, filled in with a plan: "use as", presets, links to share. */
  createTunnelPrefilled: (plan: Partial<TunnelPrefill>) => `/tunnels/new?${prefillQuery(plan)}`,
  /** The wizard, filled in with what another tunnel was made of; what is not known is left out. */
  duplicateTunnel: (tunnel: TunnelSettings) => `/tunnels/new?${prefillQuery(prefillFromTunnel(tunnel))}`,
  tunnel,
  tunnelConnect: (id: string) => tunnel(id, 'connect'),
  tunnelEvents: (id: string) => tunnel(id, 'events'),
  tunnelEvent: (id: string, eventId: string) =>
    `${tunnel(id, 'events')}?${new URLSearchParams({ event: eventId })}`,
  tunnelDocuments: (id: string) => tunnel(id, 'documents'),
  accessPoints: '/access-points',
  accessPoint: (id: string) => `/access-points/${encodeURIComponent(id)}`,
  supportBundle: '/support/bundle',
  /** What stands behind these ids. */
  find: (ids: readonly string[]) => `/find?${new URLSearchParams({ ids: ids.join(' ') })}`,
} as const;

/** What a page is about: the tabs of one tunnel are one page. */
export function pagePathOf(pathname: string): string {
  return pathname.split('/', 3).join('/');
}

/** The one tunnel or access point that a page is about; null for every other page, and for a mistyped address. */
export function resourceAt(
  pathname: string,
): { kind: 'tunnels' | 'access-points'; id: string; to: string } | null {
  const [to, kind, id] = /^\/(tunnels|access-points)\/(?!new$)([^/]+)/.exec(pathname) ?? [];
  if (to === undefined || kind === undefined || id === undefined) return null;
  try {
    return { kind: kind === 'tunnels' ? kind : 'access-points', id: decodeURIComponent(id), to };
  } catch {
    return null;
  }
}
