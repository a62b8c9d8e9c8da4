import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TunnelPageReader } from './pageReader.ts';
import { TunnelPageWorkerClient } from './workerClient.ts';
import type { WorkerRequest, WorkerResponse } from './workerMessages.ts';

const LIST = {
  data: [{ type: 'Tunnel', id: 'a', attributes: { state: 'ACTIVE', status: 'fine' } }],
  meta: { request_id: 'req-1' },
};
const bytesOf = (document: unknown) =>
  new TextEncoder().encode(JSON.stringify(document)).buffer as ArrayBuffer;

/** A worker with the real reader in it; each test sets how the service responds. */
class WorkerDouble extends EventTarget {
  static last: WorkerDouble | null = null;
  static respond: () => WorkerResponse[] = () => [];
  readonly requests: WorkerRequest[] = [];
  readonly #reader = new TunnelPageReader();

  constructor() {
    super();
    WorkerDouble.last = this;
  }

  postMessage(request: WorkerRequest): void {
    this.requests.push(request);
    if ('bytes' in request) this.sendPage(request.id, request.bytes, request.secrets);
    if ('url' in request) for (const message of WorkerDouble.respond()) this.send(message);
  }

  sendPage(id: number, bytes: ArrayBuffer, secrets: readonly string[]): void {
    const page = this.#reader.read(bytes, secrets);
    const { changed, ...rest } = page ?? { changed: [] };
    this.send({ changed });
    this.send('numbers' in rest ? { id, page: rest } : { id, unparsed: null });
  }

  send(data: WorkerResponse): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal('Worker', WorkerDouble);
  WorkerDouble.respond = () => [];
});
afterEach(() => vi.unstubAllGlobals());

/** Returns a client that has parsed a first page, as the list does. */
async function readyClient(): Promise<TunnelPageWorkerClient> {
  const client = new TunnelPageWorkerClient();
  expect(client.isReady).toBe(false);
  await client.parsePage(bytesOf(LIST), ['secret']);
  expect(client.isReady).toBe(true);
  return client;
}

const fetchPage = (client: TunnelPageWorkerClient, signal = new AbortController().signal) =>
  client.fetchPage('https://transfer.example/v2/tunnels', 'token', ['token'], signal);

test('the tunnels of a page that didn’t change keep their identity', async () => {
  const client = new TunnelPageWorkerClient();
  const first = await client.parsePage(bytesOf(LIST), ['secret']);
  const second = await client.parsePage(bytesOf(LIST), ['secret']);
  expect(first?.items).toHaveLength(1);
  expect(second?.items[0]).toBe(first?.items[0]);
  expect(second?.requestId).toBe('req-1');
});

test('a response that isn’t a page is returned as it is', async () => {
  const client = await readyClient();
  WorkerDouble.respond = () => [
    {
      id: 2,
      unparsed: {
        status: 503,
        headers: [['retry-after', '7']],
        bytes: bytesOf({ code: 'ServiceUnavailable' }),
      },
    },
  ];
  const { page, response } = await fetchPage(client);
  expect(page).toBeNull();
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '7']);
  expect(await response.json()).toEqual({ code: 'ServiceUnavailable' });
});

test('no response, and a worker that ended, are failures', async () => {
  const client = await readyClient();
  WorkerDouble.respond = () => [{ id: 2, failed: true }];
  await expect(fetchPage(client)).rejects.toThrow(TypeError);
  WorkerDouble.respond = () => [];
  const fetching = fetchPage(client);
  WorkerDouble.last?.dispatchEvent(new Event('error'));
  await expect(fetching).rejects.toThrow(TypeError);
  expect(client.isReady).toBe(false);
  expect(await client.parsePage(bytesOf(LIST), ['secret'])).toBeNull();
});

test('an aborted fetch is canceled in the worker', async () => {
  const client = await readyClient();
  const controller = new AbortController();
  const fetching = fetchPage(client, controller.signal);
  controller.abort(new DOMException('enough', 'AbortError'));
  await expect(fetching).rejects.toThrow('enough');
  expect(WorkerDouble.last?.requests.at(-1)).toEqual({ cancelId: 2 });
});
