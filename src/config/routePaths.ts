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
} as const;
