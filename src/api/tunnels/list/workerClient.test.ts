import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TunnelPageReader } from './pageReader.ts';
import { TunnelPageWork } from './workerClient.ts';
import type { TunnelPageAnswer, TunnelPageQuestion } from './workerMessages.ts';

const LIST = {
  data: [{ type: 'Tunnel', id: 'a', attributes: { state: 'ACTIVE', status: 'fine' } }],
  meta: { request_id: 'req-1' },
};
const bytesOf = (document: unknown) =>
  new TextEncoder().encode(JSON.stringify(document)).buffer as ArrayBuffer;

/** A worker's thread, with the same reader behind it; each test says what the service would answer. */
class WorkerDouble extends EventTarget {
  static last: WorkerDouble | null = null;
  static answer: () => TunnelPageAnswer[] = () => [];
  readonly questions: TunnelPageQuestion[] = [];
  readonly #reader = new TunnelPageReader();

  constructor() {
    super();
    WorkerDouble.last = this;
  }

  postMessage(question: TunnelPageQuestion): void {
    this.questions.push(question);
    if ('bytes' in question) this.tellPage(question.id, question.bytes, question.secret);
    if ('address' in question) for (const answer of WorkerDouble.answer()) this.tell(answer);
  }

  tellPage(id: number, bytes: ArrayBuffer, secret: string): void {
    const page = this.#reader.read(bytes, secret);
    const { changed, ...rest } = page ?? { changed: [] };
    this.tell({ changed });
    this.tell('numbers' in rest ? { id, page: rest } : { id, unread: null });
  }

  tell(data: TunnelPageAnswer): void {
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
async function readied(): Promise<TunnelPageWork> {
  const work = new TunnelPageWork();
  expect(work.hasAnswered).toBe(false);
  await work.read(bytesOf(LIST), 'secret');
  expect(work.hasAnswered).toBe(true);
  return work;
}

const ask = (work: TunnelPageWork, signal = new AbortController().signal) =>
  work.ask('https://transfer.example/v2/tunnels', 'token', signal);

test('a page that did not change is made of the very same tunnels', async () => {
  const work = new TunnelPageWork();
  const first = await work.read(bytesOf(LIST), 'secret');
  const second = await work.read(bytesOf(LIST), 'secret');
  expect(first?.good).toHaveLength(1);
  expect(second?.good[0]).toBe(first?.good[0]);
  expect(second?.requestId).toBe('req-1');
});

test('an answer that is no page comes back whole, to be understood as any other', async () => {
  const work = await readied();
  WorkerDouble.answer = () => [
    {
      id: 2,
      unread: {
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
  expect(work.hasAnswered).toBe(false);
  expect(await work.read(bytesOf(LIST), 'secret')).toBeNull();
});

test('whoever gives up has the worker give up', async () => {
  const work = await readied();
  const controller = new AbortController();
  const asking = ask(work, controller.signal);
  controller.abort(new DOMException('enough', 'AbortError'));
  await expect(asking).rejects.toThrow('enough');
  expect(WorkerDouble.last?.questions.at(-1)).toEqual({ giveUp: 2 });
});
