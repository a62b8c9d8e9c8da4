import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createAuthServer } from './auth/authServer.ts';
import { controlApp } from './control/controlApp.ts';
import { SandboxControl } from './control/sandboxControl.ts';
import { Forwarder } from './data-plane/forwarder.ts';
import { gcsApp } from './gcs/gcsApp.ts';
import type { SandboxDescription, SandboxOptions } from './options.ts';
import { type LocalServer, startLocalServer } from './serving/localServer.ts';
import { serviceListener } from './serving/serviceListener.ts';
import type { ServiceName } from './serving/serviceName.ts';
import { transferApp } from './transfer/transferApp.ts';
import { createClock, type WorldClock } from './world/clock.ts';
import { PERSONAS } from './world/identities.ts';
import { TokenStore } from './world/tokens.ts';
import { World } from './world/world.ts';

/** A running sandbox: its addresses, and its parts for tests in the same process. */
export interface Sandbox extends SandboxDescription {
  clock: WorldClock;
  world: World;
  tokens: TokenStore;
  /** The functions of the control API. (`control` is its address.) */
  commands: SandboxControl;
  /** Closes servers, sockets and timers. Calling it again does nothing. */
  close(): Promise<void>;
}

const CLIENT_ID = 'c11e2700-0000-4000-8000-000000000001';
const SERVICE_ID = '5e41ce00-0000-4000-8000-000000000001';
const SERVICES_IN_PORT_ORDER = ['control', 'auth', 'transfer', 'gcs'] as const;

type Servers = Record<(typeof SERVICES_IN_PORT_ORDER)[number], LocalServer>;

/**
 * Starts Auth, Transfer, GCS Manager and the control API, each on its own origin. Two sandboxes in one process share
 * nothing. Throws the system error if a port isn't available.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = 'localhost', port = 0, seed = 'sandbox', speed = 1, latencyMs = 0 } = options;
  const servers = await listenOnAll(host, port);
  const origin = (name: keyof Servers) => originOf(host, servers[name].port);
  const clock = createClock();
  const tokens = new TokenStore(clock);
  const forwarder = new Forwarder({ forwardsToAnyPort: options.anyPort ?? false });
  const size = { seed, accessPoints: options.accessPoints ?? 24, tunnels: options.tunnels ?? 12 };
  const world = new World(clock, forwarder, speed, size);
  const commands = new SandboxControl({ world, tokens, latencyMs });
  // A published secret would let every web page use the token endpoint.
  const service = { id: SERVICE_ID, secret: randomBytes(24).toString('base64url') };
  const auth = await createAuthServer({
    clock,
    tokens,
    personas: PERSONAS,
    issuer: origin('auth'),
    redirectUris: options.redirectUris ?? [],
    client: { id: CLIENT_ID },
    service: { ...service, identity: { id: SERVICE_ID, username: `${SERVICE_ID}@clients.auth.globus.org` } },
    endpointIds: () => world.sites.endpointIds(),
  });
  commands.attachAuth(auth.control);

  const description: SandboxDescription = {
    ready: true,
    control: origin('control'),
    auth: origin('auth'),
    transfer: origin('transfer'),
    gcs: origin('gcs'),
    client: { id: CLIENT_ID },
    service,
  };
  const closing = new AbortController();
  const serve = (
    name: ServiceName,
    handler: (request: IncomingMessage, response: ServerResponse) => unknown,
  ) => {
    const { failures, requestLog, settings } = commands;
    const shared = { failures, requestLog, settings, clock, closing: closing.signal };
    servers[name].setListener(serviceListener({ service: name, handler, ...shared }));
  };
  const settings = commands.settings;
  serve('auth', auth.handler);
  serve('transfer', listener(transferApp({ world, tokens, settings, gcsOrigin: origin('gcs') })));
  serve('gcs', listener(gcsApp({ world, tokens })));
  servers.control.setListener(listener(controlApp(commands, description)));

  return {
    ...description,
    clock,
    world,
    tokens,
    commands,
    async close() {
      closing.abort();
      world.close();
      forwarder.closeAll();
      await Promise.all(Object.values(servers).map((server) => server.close()));
    },
  };
}

/** Returns a Node.js listener that doesn't override globals, because a sandbox runs inside tests. */
function listener(app: { fetch: (request: Request) => Response | Promise<Response> }) {
  return getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false });
}

async function listenOnAll(host: string, port: number): Promise<Servers> {
  const open: LocalServer[] = [];
  try {
    for (const index of SERVICES_IN_PORT_ORDER.keys()) {
      open.push(await startLocalServer(host, port === 0 ? 0 : port + index));
    }
  } catch (error) {
    await Promise.all(open.map((server) => server.close()));
    throw error;
  }
  return Object.fromEntries(SERVICES_IN_PORT_ORDER.map((name, index) => [name, open[index]])) as Servers;
}

/** Returns the origin of a server. Browsers can't open the wildcard addresses, so those become localhost. */
function originOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
