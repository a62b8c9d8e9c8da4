import { type MadeOf, planOfTunnel, planQuery, type TunnelPlan } from '../domain/tunnelPlan.ts';

/**
 * Every address of the app, relative to where it is served. index.html names the first segments too, to find the
 * app's base address; keep the two lists alike.
 */
export const routePaths = {
  fleet: '/tunnels',
  createTunnel: '/tunnels/new',
  /** The wizard, filled in with a plan: "use as", presets, links to share. */
  createTunnelFrom: (plan: Partial<TunnelPlan>) => `/tunnels/new?${planQuery(plan)}`,
  /** The wizard, filled in with what another tunnel was made of; what is not known is left out. */
  createTunnelLike: (tunnel: MadeOf) => `/tunnels/new?${planQuery(planOfTunnel(tunnel))}`,
  tunnel: (id: string) => `/tunnels/${encodeURIComponent(id)}`,
  tunnelConnect: (id: string) => `/tunnels/${encodeURIComponent(id)}/connect`,
  tunnelEvents: (id: string) => `/tunnels/${encodeURIComponent(id)}/events`,
  tunnelEvent: (id: string, eventId: string) =>
    `/tunnels/${encodeURIComponent(id)}/events?${new URLSearchParams({ event: eventId })}`,
  tunnelDocuments: (id: string) => `/tunnels/${encodeURIComponent(id)}/documents`,
  accessPoints: '/access-points',
  accessPoint: (id: string) => `/access-points/${encodeURIComponent(id)}`,
  supportBundle: '/support/bundle',
  /** What stands behind these ids. */
  find: (ids: readonly string[]) => `/find?${new URLSearchParams({ ids: ids.join(' ') })}`,
} as const;
