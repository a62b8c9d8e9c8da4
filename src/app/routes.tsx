import { Navigate, type RouteObject } from 'react-router';
import { FleetPage } from '../features/fleet/FleetPage.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RootErrorPage } from './RootErrorPage.tsx';
import { Shell } from './Shell.tsx';

/** A page whose code is on its way, in the place where it is going to stand. */
const arriving = { hydrateFallbackElement: <Skeleton rows={8} height="48px" /> };

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
        ...arriving,
        lazy: async () => ({
          Component: (await import('../features/create-tunnel/CreateTunnelPage.tsx')).CreateTunnelPage,
        }),
      },
      {
        path: 'tunnels/:tunnelId/:tab?',
        ...arriving,
        lazy: async () => ({
          Component: (await import('../features/tunnel-detail/TunnelDetailPage.tsx')).TunnelDetailPage,
        }),
      },
      {
        path: 'access-points',
        ...arriving,
        lazy: async () => ({
          Component: (await import('../features/access-points/AccessPointsPage.tsx')).AccessPointsPage,
        }),
      },
      {
        path: 'access-points/:accessPointId',
        ...arriving,
        lazy: async () => ({
          Component: (await import('../features/access-points/AccessPointDetailPage.tsx'))
            .AccessPointDetailPage,
        }),
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
