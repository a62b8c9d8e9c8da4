import { replaceEqualDeep } from '@tanstack/react-query';
import { startWorker } from '../../../browser/startWorker.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import type { ListPage } from '../../http/paging.ts';
import type { TunnelPageDelta } from './pageReader.ts';
import workerUrl from './worker.ts?worker&url';
import type { WorkerRequest, WorkerResponse } from './workerMessages.ts';

/** A parsed page, with the request ID of its response. */
export type ParsedPage = ListPage<Tunnel> & { requestId: string | null };

/** The result of a request to the worker; null when the worker has ended. */
type Result = Exclude<WorkerResponse, { changed: unknown }> | null;

/** The number of remembered tunnels for each listed one, above which the worker is restarted. */
const MAX_REMEMBERED_PER_LISTED = 3;

/**
 * Fetches and parses pages of tunnels in a worker. Both sides remember the tunnels by number, so that only changes are
 * sent, and a tunnel that didn't change keeps its identity.
 */
export class TunnelPageWorkerClient {
  #worker: Worker | null = null;
  #isUnavailable = typeof Worker === 'undefined';
  #hasParsedPage = false;
  #tunnels: Tunnel[] = [];
  #requestCount = 0;
  readonly #pending = new Map<number, (result: Result) => void>();

  /** Whether the worker has parsed a page, and so is known to run; required for {@link fetchPage}. */
  get isReady(): boolean {
    return this.#hasParsedPage;
  }

  /** Parses a page that was fetched; null when it isn't a list, or when workers aren't available. */
  async parsePage(bytes: ArrayBuffer, secrets: readonly string[]): Promise<ParsedPage | null> {
    if (this.#isUnavailable || !(this.#worker ?? this.#start())) return null;
    // The bytes are copied, not transferred: if the worker doesn't start, the page parses them.
    const result = await this.#send((id) => ({ id, bytes, secrets }));
    return result && 'page' in result ? this.#toPage(result.page) : null;
  }

  /**
   * Fetches a page and parses it.
   *
   * @returns the page; null with the response when that isn't a page
   * @throws TypeError when there is no response, and the signal's reason when the caller aborts
   */
  async fetchPage(
    url: string,
    token: string,
    secrets: readonly string[],
    signal: AbortSignal,
  ): Promise<{ page: ParsedPage | null; response: Response }> {
    const result = await this.#send((id) => ({ id, url, token, secrets }), signal);
    signal.throwIfAborted();
    if (result && 'page' in result) return { page: this.#toPage(result.page), response: new Response() };
    if (!result || !('unparsed' in result) || !result.unparsed) throw new TypeError('No response');
    const { bytes, ...init } = result.unparsed;
    return { page: null, response: new Response(bytes.byteLength > 0 ? bytes : null, init) };
  }

  /** Ends the worker when most of the tunnels it remembers are no longer listed. */
  resetIfStale(listedCount: number): void {
    if (this.#tunnels.length > MAX_REMEMBERED_PER_LISTED * listedCount) this.reset();
  }

  /** Ends the worker and forgets all tunnels; the next page starts another one. */
  reset(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#hasParsedPage = false;
    this.#tunnels = [];
    for (const resolve of this.#pending.values()) resolve(null);
    this.#pending.clear();
  }

  /** Returns null when the browser or the page's security policy doesn't allow workers. */
  #start(): Worker | null {
    try {
      this.#worker = startWorker(workerUrl);
    } catch {
      this.#isUnavailable = true;
      return null;
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => this.#receive(data));
    this.#worker.addEventListener('error', () => {
      this.#isUnavailable = true;
      this.reset();
    });
    return this.#worker;
  }

  #send(createMessage: (id: number) => WorkerRequest, signal?: AbortSignal): Promise<Result> {
    this.#requestCount += 1;
    const id = this.#requestCount;
    return new Promise((resolve) => {
      const cancel = () => {
        this.#worker?.postMessage({ cancelId: id } satisfies WorkerRequest);
        this.#settle(id, null);
      };
      this.#pending.set(id, (result) => {
        signal?.removeEventListener('abort', cancel);
        resolve(result);
      });
      signal?.addEventListener('abort', cancel);
      this.#worker?.postMessage(createMessage(id));
    });
  }

  #receive(response: WorkerResponse): void {
    if ('changed' in response) {
      // Messages are deep copies. Reusing the previous objects lets lists that a page still holds share them.
      for (const [number, tunnel] of response.changed)
        this.#tunnels[number] = replaceEqualDeep(this.#tunnels[number], tunnel);
      return;
    }
    this.#hasParsedPage = true;
    this.#settle(response.id, response);
  }

  #settle(id: number, result: Result): void {
    const resolve = this.#pending.get(id);
    this.#pending.delete(id);
    resolve?.(result);
  }

  #toPage({ numbers, ...rest }: Omit<TunnelPageDelta, 'changed'>): ParsedPage {
    const items: Tunnel[] = [];
    for (const number of numbers) {
      const tunnel = this.#tunnels[number];
      if (tunnel) items.push(tunnel);
    }
    return { items, ...rest };
  }
}
