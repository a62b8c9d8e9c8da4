import { replaceEqualDeep } from '@tanstack/react-query';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import type { ListPage } from '../../http/paging.ts';
import type { TunnelPageDelta } from './pageReader.ts';
import workerUrl from './worker.ts?worker&url';
import type { WorkerRequest, WorkerResponse } from './workerMessages.ts';

/** A page as it was read, and the id of the request that it answers. */
export type ParsedPage = ListPage<Tunnel> & { requestId: string | null };

/** The end of a question; null when the worker is gone. */
type Ending = Exclude<WorkerResponse, { changed: unknown }> | null;

/** How many tunnels may be remembered for each that is still listed, before all is read afresh. */
const MOST_REMEMBERED = 3;

/**
 * Has a worker ask for pages of tunnels and read them. Both sides remember the tunnels by number, so that only what
 * changed comes across, and what did not change stays the very same object.
 */
export class TunnelPageWorkerClient {
  #worker: Worker | null = null;
  #isImpossible = typeof Worker === 'undefined';
  #hasAnswered = false;
  #tunnels: Tunnel[] = [];
  #questions = 0;
  readonly #waiting = new Map<number, (ending: Ending) => void>();

  /** Whether it has read a page before, and so can be relied on to {@link fetchPage}. */
  get isReady(): boolean {
    return this.#hasAnswered;
  }

  /** Reads a page that is here; null when it is no list, and when the browser lets no worker run. */
  async parsePage(bytes: ArrayBuffer, secret: string): Promise<ParsedPage | null> {
    if (this.#isImpossible || !(this.#worker ?? this.#start())) return null;
    // Copied, not handed over: should the worker not start, the page itself has to read it.
    const ending = await this.#put((id) => ({ id, bytes, secret }));
    return ending && 'page' in ending ? this.#page(ending.page) : null;
  }

  /**
   * Asks for a page and reads it.
   *
   * @returns the page, or the answer that is none
   * @throws when there is no answer, and the signal's reason when the caller gives up
   */
  async fetchPage(
    address: string,
    token: string,
    signal: AbortSignal,
  ): Promise<{ page: ParsedPage | null; response: Response }> {
    const ending = await this.#put((id) => ({ id, address, token }), signal);
    signal.throwIfAborted();
    if (ending && 'page' in ending) return { page: this.#page(ending.page), response: new Response() };
    if (!ending || !('unparsed' in ending) || !ending.unparsed) throw new TypeError('No answer');
    const { bytes, ...answered } = ending.unparsed;
    return { page: null, response: new Response(bytes.byteLength > 0 ? bytes : null, answered) };
  }

  /** Forgets everything when most of it is of tunnels long gone. */
  resetIfStale(listed: number): void {
    if (this.#tunnels.length > MOST_REMEMBERED * listed) this.reset();
  }

  /** Forgets everything; the next page starts anew. */
  reset(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#hasAnswered = false;
    this.#tunnels = [];
    for (const end of this.#waiting.values()) end(null);
    this.#waiting.clear();
  }

  /** Null when the browser, or the policy of whoever hosts the page, lets no worker run. */
  #start(): Worker | null {
    try {
      trustedUrl ??= trustWorker();
      this.#worker = new Worker(trustedUrl, { type: 'module' });
    } catch {
      this.#isImpossible = true;
      return null;
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => this.#take(data));
    this.#worker.addEventListener('error', () => {
      this.#isImpossible = true;
      this.reset();
    });
    return this.#worker;
  }

  #put(question: (id: number) => WorkerRequest, signal?: AbortSignal): Promise<Ending> {
    this.#questions += 1;
    const id = this.#questions;
    return new Promise((resolve) => {
      const giveUp = () => {
        this.#worker?.postMessage({ cancelId: id } satisfies WorkerRequest);
        this.#end(id, null);
      };
      this.#waiting.set(id, (ending) => {
        signal?.removeEventListener('abort', giveUp);
        resolve(ending);
      });
      signal?.addEventListener('abort', giveUp);
      this.#worker?.postMessage(question(id));
    });
  }

  #take(answer: WorkerResponse): void {
    if ('changed' in answer) {
      // What comes across are copies, down to each id. What a page still holds of a list before shares them so.
      for (const [number, tunnel] of answer.changed)
        this.#tunnels[number] = replaceEqualDeep(this.#tunnels[number], tunnel);
      return;
    }
    this.#hasAnswered = true;
    this.#end(answer.id, answer);
  }

  #end(id: number, ending: Ending): void {
    const end = this.#waiting.get(id);
    this.#waiting.delete(id);
    end?.(ending);
  }

  #page({ numbers, ...rest }: Omit<TunnelPageDelta, 'changed'>): ParsedPage {
    const items: Tunnel[] = [];
    for (const number of numbers) {
      const tunnel = this.#tunnels[number];
      if (tunnel) items.push(tunnel);
    }
    return { items, ...rest };
  }
}

/** The page's policy lets this one address become code, under this name (vite-plugins/contentSecurityPolicy.ts). */
function trustWorker(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('globus-streams-worker', { createScriptURL: () => workerUrl });
  return policy?.createScriptURL('') ?? workerUrl;
}

let trustedUrl: string | undefined;

/** The part of the browser's Trusted Types that is used here; TypeScript does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL: (url: string) => string };
}
