import { Navigate, type RouteObject } from 'react-router';
import { FleetPage } from '../features/fleet/FleetPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RootErrorPage } from './RootErrorPage.tsx';
import { Shell } from './Shell.tsx';

/**
 * Every address of the app (see config/routePaths.ts). The list of tunnels is where people arrive, so it comes
 * with the app's own code; every other page is fetched when it is first opened.
 */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RootErrorPage />,
    children: [
      { index: true, element: <Navigate to="/tunnels" replace /> },
      { path: 'tunnels', element: <FleetPage /> },
      {
        path: 'tunnels/new',
        lazy: async () => ({
          Component: (await import('../features/create-tunnel/CreateTunnelPage.tsx')).CreateTunnelPage,
        }),
      },
      {
        path: 'tunnels/:tunnelId/:tab?',
        lazy: async () => ({
          Component: (await import('../features/tunnel-detail/TunnelDetailPage.tsx')).TunnelDetailPage,
        }),
      },
      {
        path: 'access-points',
        lazy: async () => ({
          Component: (await import('../features/access-points/AccessPointsPage.tsx')).AccessPointsPage,
        }),
      },
      {
        path: 'access-points/:accessPointId',
        lazy: async () => ({
          Component: (await import('../features/access-points/AccessPointDetailPage.tsx'))
            .AccessPointDetailPage,
        }),
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
