import { planQuery, type TunnelPlan } from '../domain/tunnelPlan.ts';

/**
 * Every address of the app, relative to where it is served. index.html names the first segments too, to find the
 * app's base address; keep the two lists alike.
 */
export const routePaths = {
  fleet: '/tunnels',
  createTunnel: '/tunnels/new',
  /** The wizard, filled in: "use as", "duplicate", presets and links to share. */
  createTunnelLike: (plan: Partial<TunnelPlan>) => `/tunnels/new?${planQuery(plan)}`,
  tunnel: (id: string) => `/tunnels/${encodeURIComponent(id)}`,
  tunnelConnect: (id: string) => `/tunnels/${encodeURIComponent(id)}/connect`,
  tunnelEvents: (id: string) => `/tunnels/${encodeURIComponent(id)}/events`,
  accessPoints: '/access-points',
  accessPoint: (id: string) => `/access-points/${encodeURIComponent(id)}`,
} as const;
