import type { Tunnel } from '../domain/tunnel.ts';

/**
 * Every address of the app, relative to where it is served. index.html names the first segments too, to find the
 * app's base address; keep the two lists alike.
 */
export const routePaths = {
  fleet: '/tunnels',
  createTunnel: '/tunnels/new',
  tunnel: (id: string) => `/tunnels/${encodeURIComponent(id)}`,
  tunnelEvents: (id: string) => `/tunnels/${encodeURIComponent(id)}/events`,
  accessPoints: '/access-points',
  accessPoint: (id: string) => `/access-points/${encodeURIComponent(id)}`,
  /** The wizard, filled in like a tunnel there is. Its listener's contact is left out: that is one program on one host. */
  createTunnelLike: (tunnel: TunnelPlan) => `/tunnels/new?${planQuery(tunnel)}`,
} as const;

type TunnelPlan = Pick<
  Tunnel,
  'initiatorAccessPointId' | 'listenerAccessPointId' | 'label' | 'lifetimeMinutes' | 'restartable'
>;

function planQuery(plan: TunnelPlan): URLSearchParams {
  const query = new URLSearchParams();
  if (plan.initiatorAccessPointId) query.set('initiator', plan.initiatorAccessPointId);
  if (plan.listenerAccessPointId) query.set('listener', plan.listenerAccessPointId);
  if (plan.label) query.set('label', plan.label);
  if (plan.lifetimeMinutes !== null) query.set('lifetime', String(plan.lifetimeMinutes));
  query.set('restartable', String(plan.restartable));
  return query;
}
