import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One service's http server: listening, and told later what to answer with. */
export interface LocalServer {
  port: number;
  /** Until this is called requests wait. */
  setListener(listener: RequestListener): void;
  close(): Promise<void>;
}

const LOCALHOST = ['127.0.0.1', '::1'];
/** What an address that this machine does not have fails with; IPv6 is off in many containers. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);
const MOST_TRIES = 20;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Listens at a port; 0 takes a free one. `localhost` means both of its addresses, since programs differ in which
 * they try, on the same port. Throws the system's error (EADDRINUSE, say) when a named port cannot be had.
 */
export async function startLocalServer(host: string, port: number): Promise<LocalServer> {
  const addresses = host === 'localhost' ? LOCALHOST : [host];
  for (let attempt = 1; ; attempt += 1) {
    const opened: Server[] = [];
    try {
      for (const address of addresses) {
        const server = await listen(address, port || portOf(opened[0])).catch((error: unknown) => {
          if (opened.length > 0 && NO_SUCH_ADDRESS.has(codeOf(error))) return undefined;
          throw error;
        });
        if (server) opened.push(server);
      }
      return serveFrom(opened);
    } catch (error) {
      await Promise.all(opened.map(closeServer));
      // A port free on one address may be taken on the other: another draw will do.
      if (port !== 0 || codeOf(error) !== 'EADDRINUSE' || attempt === MOST_TRIES) throw error;
    }
  }
}

function portOf(server: Server | undefined): number {
  return server ? (server.address() as AddressInfo).port : 0;
}

function listen(address: string, port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function serveFrom(servers: Server[]): LocalServer {
  const { promise: ready, resolve: isReady } = deferred<RequestListener>();
  for (const server of servers) {
    // Browsers keep connections for long; a test that closes its sandbox must not wait for them.
    server.keepAliveTimeout = 5000;
    server.on('request', (request, response) => {
      void ready.then((answer) => answer(request, response));
    });
  }
  return {
    port: portOf(servers[0]),
    setListener: isReady,
    close: async () => void (await Promise.all(servers.map(closeServer))),
  };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
