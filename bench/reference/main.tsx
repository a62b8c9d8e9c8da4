// The page that the dashboard's first load is compared with: the libraries of most dashboards, all in one entry, and a
// plain table of 25 rows. It loads in the usual order: code, then settings, then data.
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { UserManager } from 'oidc-client-ts';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Link } from 'react-router';
import { RouterProvider } from 'react-router/dom';

interface Row {
  id: string;
  attributes: { label: string | null; state: string; created_time: string };
}

const settings = await (await fetch('./config.json')).json();
const users = new UserManager({
  authority: settings.authUrl,
  client_id: settings.clientId,
  redirect_uri: location.href,
});
await users.getUser();

async function readRows(): Promise<Row[]> {
  const [, session = '{}'] =
    Object.entries<string>(sessionStorage).find(([key]) => key.endsWith(' auth.session')) ?? [];
  const { tokens } = JSON.parse(session);
  const token = tokens['transfer.api.globus.org'].accessToken;
  const response = await fetch(`${settings.transferUrl}/v2/tunnels`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await response.json()).data.slice(0, 25);
}

function Tunnels() {
  const { data = [] } = useQuery({ queryKey: ['tunnels'], queryFn: readRows });
  return (
    <main>
      <h1>Tunnels</h1>
      <table>
        <thead>
          <tr>
            <th>State</th>
            <th>Tunnel</th>
            <th>Created</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ id, attributes: { label, state, created_time } }) => (
            <tr key={id} data-index={id}>
              <td>{state}</td>
              <td>
                <Link to={id}>{label}</Link>
              </td>
              <td>{created_time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

const router = createBrowserRouter([{ path: '*', element: <Tunnels /> }]);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
