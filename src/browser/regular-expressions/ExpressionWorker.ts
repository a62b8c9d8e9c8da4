import { startWorker } from '../startWorker.ts';
import type { ExpressionRequest, ExpressionResponse } from './messages.ts';
import workerUrl from './worker.ts?worker&url';

/** How long one evaluation may take, in milliseconds. A harmless one takes less than one, even on a slow computer. */
const EVALUATION_LIMIT_MS = 1000;
/** How long the worker may take to load. */
const START_LIMIT_MS = 10_000;

type Result = Exclude<ExpressionResponse, { kind: 'ready' }> | { kind: 'timeout' };

/**
 * Evaluates regular expressions that others wrote in a worker, one after the other and each within a time limit, so that
 * the page stays responsive. An expression that exceeded the limit once isn't evaluated again.
 */
export class ExpressionWorker {
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  readonly #slow = new Set<string>();

  /**
   * Evaluates a regular expression with the flag "u". Never rejects.
   *
   * @returns what the groups matched; "timeout" when it takes too long, "unavailable" when the browser can't evaluate it
   */
  readonly match = (source: string, ignoreCase: boolean, text: string): Promise<Result> => {
    const result = this.#last.then(() => this.#evaluate({ source, ignoreCase, text }));
    this.#last = result;
    return result;
  };

  /** Ends the worker. Another evaluation starts a new one. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  async #evaluate(request: ExpressionRequest): Promise<Result> {
    if (this.#slow.has(request.source)) return { kind: 'timeout' };
    const worker = await this.#readyWorker();
    if (!worker) return { kind: 'unavailable' };
    worker.postMessage(request);
    const response = await nextResponse(worker, EVALUATION_LIMIT_MS);
    if (response && response.kind !== 'ready') return response;
    this.stop();
    this.#slow.add(request.source);
    return { kind: 'timeout' };
  }

  async #readyWorker(): Promise<Worker | null> {
    if (this.#worker) return this.#worker;
    try {
      this.#worker = startWorker(workerUrl);
    } catch {
      return null;
    }
    const response = await nextResponse(this.#worker, START_LIMIT_MS);
    if (!response) this.stop();
    return this.#worker;
  }
}

/** Waits for the worker's next message; null when there is none within the limit, or when the worker fails. */
function nextResponse(worker: Worker, limitMs: number): Promise<ExpressionResponse | null> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const settle = (response: ExpressionResponse | null) => {
      clearTimeout(timer);
      controller.abort();
      resolve(response);
    };
    const timer = setTimeout(() => settle(null), limitMs);
    const { signal } = controller;
    worker.addEventListener('message', ({ data }: MessageEvent<ExpressionResponse>) => settle(data), {
      signal,
    });
    worker.addEventListener('error', () => settle(null), { signal });
  });
}
