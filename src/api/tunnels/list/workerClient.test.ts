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

/** A worker's thread, with the same reader behind it; each test says what the service would answer. */
class WorkerDouble extends EventTarget {
  static last: WorkerDouble | null = null;
  static answer: () => WorkerResponse[] = () => [];
  readonly questions: WorkerRequest[] = [];
  readonly #reader = new TunnelPageReader();

  constructor() {
    super();
    WorkerDouble.last = this;
  }

  postMessage(question: WorkerRequest): void {
    this.questions.push(question);
    if ('bytes' in question) this.tellPage(question.id, question.bytes, question.secret);
    if ('address' in question) for (const answer of WorkerDouble.answer()) this.tell(answer);
  }

  tellPage(id: number, bytes: ArrayBuffer, secret: string): void {
    const page = this.#reader.read(bytes, secret);
    const { changed, ...rest } = page ?? { changed: [] };
    this.tell({ changed });
    this.tell('numbers' in rest ? { id, page: rest } : { id, unparsed: null });
  }

  tell(data: WorkerResponse): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal('Worker', WorkerDouble);
  WorkerDouble.answer = () => [];
});
afterEach(() => vi.unstubAllGlobals());

/** Someone who has read a first page already, as the list does. */
async function readied(): Promise<TunnelPageWorkerClient> {
  const work = new TunnelPageWorkerClient();
  expect(work.isReady).toBe(false);
  await work.parsePage(bytesOf(LIST), 'secret');
  expect(work.isReady).toBe(true);
  return work;
}

const ask = (work: TunnelPageWorkerClient, signal = new AbortController().signal) =>
  work.fetchPage('https://transfer.example/v2/tunnels', 'token', signal);

test('a page that did not change is made of the very same tunnels', async () => {
  const work = new TunnelPageWorkerClient();
  const first = await work.parsePage(bytesOf(LIST), 'secret');
  const second = await work.parsePage(bytesOf(LIST), 'secret');
  expect(first?.items).toHaveLength(1);
  expect(second?.items[0]).toBe(first?.items[0]);
  expect(second?.requestId).toBe('req-1');
});

test('an answer that is no page comes back whole, to be understood as any other', async () => {
  const work = await readied();
  WorkerDouble.answer = () => [
    {
      id: 2,
      unparsed: {
        status: 503,
        headers: [['retry-after', '7']],
        bytes: bytesOf({ code: 'ServiceUnavailable' }),
      },
    },
  ];
  const { page, response } = await ask(work);
  expect(page).toBeNull();
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '7']);
  expect(await response.json()).toEqual({ code: 'ServiceUnavailable' });
});

test('no answer, and a worker that is gone, are failures', async () => {
  const work = await readied();
  WorkerDouble.answer = () => [{ id: 2, failed: true }];
  await expect(ask(work)).rejects.toThrow(TypeError);
  WorkerDouble.answer = () => [];
  const asking = ask(work);
  WorkerDouble.last?.dispatchEvent(new Event('error'));
  await expect(asking).rejects.toThrow(TypeError);
  expect(work.isReady).toBe(false);
  expect(await work.parsePage(bytesOf(LIST), 'secret')).toBeNull();
});

test('whoever gives up has the worker give up', async () => {
  const work = await readied();
  const controller = new AbortController();
  const asking = ask(work, controller.signal);
  controller.abort(new DOMException('enough', 'AbortError'));
  await expect(asking).rejects.toThrow('enough');
  expect(WorkerDouble.last?.questions.at(-1)).toEqual({ cancelId: 2 });
});
