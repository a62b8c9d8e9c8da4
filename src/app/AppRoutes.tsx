import type { ComponentType, ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { FleetPage } from '../features/fleet/FleetPage.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './shell/Shell.tsx';

/** A page whose code is fetched when it is first opened; the Shell shows an outline in its place meanwhile. */
function later(load: () => Promise<ComponentType>): ReactNode {
  const Page = lazyPart(load, 'this page');
  return <Page />;
}

const createTunnel = later(
  async () => (await import('../features/create-tunnel/CreateTunnelPage.tsx')).CreateTunnelPage,
);
const tunnelDetail = later(
  async () => (await import('../features/tunnel-detail/TunnelDetailPage.tsx')).TunnelDetailPage,
);
const accessPoints = later(
  async () => (await import('../features/access-points/AccessPointsPage.tsx')).AccessPointsPage,
);
const accessPointDetail = later(
  async () => (await import('../features/access-points/AccessPointDetailPage.tsx')).AccessPointDetailPage,
);

const find = later(async () => (await import('../features/find/FindPage.tsx')).FindPage);
const supportBundle = later(
  async () => (await import('../features/support-bundle/SupportBundlePage.tsx')).SupportBundlePage,
);

/**
 * Every address of the app (see config/routePaths.ts). The list of tunnels is where people arrive, so it comes
 * with the app's own code. Plain routes, not a data router: react-query loads the data, and the other kind costs
 * 15 kB before the first row.
 */
export function AppRoutes() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary address={pathname}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Navigate to="/tunnels" replace />} />
          <Route path="tunnels" element={<FleetPage />} />
          <Route path="tunnels/new" element={createTunnel} />
          <Route path="tunnels/:tunnelId/:tab?" element={tunnelDetail} />
          <Route path="access-points" element={accessPoints} />
          <Route path="access-points/:accessPointId" element={accessPointDetail} />
          <Route path="find" element={find} />
          <Route path="support/bundle" element={supportBundle} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </ErrorBoundary>
  );
}
