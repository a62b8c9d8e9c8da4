import {
  prefillFromTunnel,
  prefillQuery,
  type TunnelPrefill,
  type TunnelSettings,
} from '../domain/tunnel/prefillLink.ts';

const gateway = (endpointId: string, id: string) =>
  `/endpoints/${encodeURIComponent(endpointId)}/gateways/${encodeURIComponent(id)}`;
const tunnel = (id: string, tab = '') => `/tunnels/${encodeURIComponent(id)}${tab && `/${tab}`}`;

/**
 * Every route of the app, relative to where it is served. index.html repeats the first segments, to find the app's base
 * address (indexHtml.test.ts compares them).
 */
export const routePaths = {
  fleet: '/tunnels',
  createTunnel: '/tunnels/new',
  /** The wizard, filled in: for "Use as", presets and links to share. */
  createTunnelPrefilled: (prefill: Partial<TunnelPrefill>) => `/tunnels/new?${prefillQuery(prefill)}`,
  /** The wizard, filled in with the settings of another tunnel. Unknown settings are left out. */
  duplicateTunnel: (tunnel: TunnelSettings) => `/tunnels/new?${prefillQuery(prefillFromTunnel(tunnel))}`,
  tunnel,
  tunnelConnect: (id: string) => tunnel(id, 'connect'),
  tunnelEvents: (id: string) => tunnel(id, 'events'),
  tunnelEvent: (id: string, eventId: string) =>
    `${tunnel(id, 'events')}?${new URLSearchParams({ event: eventId })}`,
  tunnelDocuments: (id: string) => tunnel(id, 'documents'),
  accessPoints: '/access-points',
  accessPoint: (id: string) => `/access-points/${encodeURIComponent(id)}`,
  endpoints: '/endpoints',
  endpoint: (id: string) => `/endpoints/${encodeURIComponent(id)}`,
  gateway,
  createGateway: (endpointId: string) => gateway(endpointId, 'new'),
  editGateway: (endpointId: string, id: string) => `${gateway(endpointId, id)}/edit`,
  /** The list of tunnels with those of one access point. */
  tunnelsOfAccessPoint: (id: string) => `/tunnels?${new URLSearchParams({ ap: id })}`,
  /** The list of tunnels with those through any access point of one endpoint. */
  tunnelsOfEndpoint: (id: string) => `/tunnels?${new URLSearchParams({ endpoint: id })}`,
  supportBundle: '/support/bundle',
  /** The page that finds what these IDs belong to. */
  find: (ids: readonly string[]) => `/find?${new URLSearchParams({ ids: ids.join(' ') })}`,
} as const;

/** Returns the page of a path, without its tab: all tabs of one tunnel are one page. Each gateway has its own. */
export function pagePathOf(pathname: string): string {
  return pathname.split('/', pathname.startsWith('/endpoints/') ? 5 : 3).join('/');
}

/** Returns the tunnel or access point that a page shows. Null for other pages and for a mistyped address. */
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
