import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAllowedHost } from './hostCheck.ts';

/** An HTTP server that listens before its request handler is known, because handlers need the ports of all services. */
export interface LocalServer {
  port: number;
  /** Sets the request handler. Requests wait until this is called. */
  setListener(listener: RequestListener): void;
  close(): Promise<void>;
}

const LOCALHOST = ['127.0.0.1', '::1'];
/** Error codes for an address that this machine doesn't have. Many containers have no IPv6. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);
const MAX_ATTEMPTS = 20;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Listens on a port; 0 takes a free one. `localhost` listens on both of its addresses at the same port, because
 * programs differ in which one they try. Throws the system error, such as EADDRINUSE, if the port isn't available.
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
      return serveFrom(opened, host);
    } catch (error) {
      await Promise.all(opened.map(closeServer));
      // A port that is free on one address can be in use on the other. Try another one.
      if (port !== 0 || codeOf(error) !== 'EADDRINUSE' || attempt === MAX_ATTEMPTS) throw error;
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

function serveFrom(servers: Server[], host: string): LocalServer {
  const { promise: ready, resolve: setListener } = deferred<RequestListener>();
  for (const server of servers) {
    // Browsers keep connections open. A test that closes its sandbox must not wait for them.
    server.keepAliveTimeout = 5000;
    server.on('request', (request, response) => {
      if (isAllowedHost(request.headers.host, host))
        void ready.then((listener) => listener(request, response));
      else
        response.writeHead(421, { 'Content-Type': 'text/plain' }).end('This host name isn’t served here.\n');
    });
  }
  return {
    port: portOf(servers[0]),
    setListener,
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
