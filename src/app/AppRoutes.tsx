import type { ComponentType, ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { FleetPage } from '../features/fleet/FleetPage.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RootErrorPage } from './RootErrorPage.tsx';
import { Shell } from './shell/Shell.tsx';

/** Returns a page whose code loads when it is first opened. The shell shows an outline until then. */
function lazyPage(load: () => Promise<ComponentType>): ReactNode {
  const Page = lazyPart(load, 'this page');
  return <Page />;
}

const createTunnel = lazyPage(
  async () => (await import('../features/create-tunnel/CreateTunnelPage.tsx')).CreateTunnelPage,
);
const tunnelDetail = lazyPage(
  async () => (await import('../features/tunnel-detail/TunnelDetailPage.tsx')).TunnelDetailPage,
);
const accessPoints = lazyPage(
  async () => (await import('../features/access-points/AccessPointsPage.tsx')).AccessPointsPage,
);
const accessPointDetail = lazyPage(
  async () => (await import('../features/access-points/AccessPointDetailPage.tsx')).AccessPointDetailPage,
);
const endpoints = lazyPage(
  async () => (await import('../features/endpoints/EndpointsPage.tsx')).EndpointsPage,
);
const endpoint = lazyPage(
  async () => (await import('../features/endpoints/endpoint/EndpointPage.tsx')).EndpointPage,
);
const createGateway = lazyPage(
  async () => (await import('../features/endpoints/gateway-form/NewGatewayPage.tsx')).NewGatewayPage,
);
const editGateway = lazyPage(
  async () => (await import('../features/endpoints/gateway-form/EditGatewayPage.tsx')).EditGatewayPage,
);
const gateway = lazyPage(
  async () => (await import('../features/endpoints/gateway/GatewayPage.tsx')).GatewayPage,
);

const find = lazyPage(async () => (await import('../features/find/FindPage.tsx')).FindPage);
const supportBundle = lazyPage(
  async () => (await import('../features/support-bundle/SupportBundlePage.tsx')).SupportBundlePage,
);

/**
 * Every route of the app (config/routePaths.ts). People arrive at the list of tunnels, so it is part of the app's own
 * code. These are plain routes, not a data router: React Query loads the data, and a data router would add 15 kB before
 * the first row.
 */
export function AppRoutes() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname} fallback={(error) => <RootErrorPage error={error} />}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Navigate to="/tunnels" replace />} />
          <Route path="tunnels" element={<FleetPage />} />
          <Route path="tunnels/new" element={createTunnel} />
          <Route path="tunnels/:tunnelId/:tab?" element={tunnelDetail} />
          <Route path="access-points" element={accessPoints} />
          <Route path="access-points/:accessPointId" element={accessPointDetail} />
          <Route path="endpoints" element={endpoints} />
          <Route path="endpoints/:endpointId" element={endpoint} />
          <Route path="endpoints/:endpointId/gateways/new" element={createGateway} />
          <Route path="endpoints/:endpointId/gateways/:gatewayId/edit" element={editGateway} />
          <Route path="endpoints/:endpointId/gateways/:gatewayId" element={gateway} />
          <Route path="find" element={find} />
          <Route path="support/bundle" element={supportBundle} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </ErrorBoundary>
  );
}
