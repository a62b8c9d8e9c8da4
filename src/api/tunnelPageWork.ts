import type { Tunnel } from '../domain/tunnel.ts';
import type { ListPage } from './everyPage.ts';
import type { TunnelPageAnswer, TunnelPageQuestion } from './tunnelPageMessages.ts';
import type { TunnelPageChange } from './tunnelPageReader.ts';
import workerUrl from './tunnelPageWorker.ts?worker&url';

/** A page as it was read, and the id of the request that it answers. */
type ReadPage = ListPage<Tunnel> & { requestId: string | null };

/** How many tunnels may be remembered for each that is still listed, before all is read afresh. */
const MOST_REMEMBERED = 3;

/**
 * Has a worker read pages of tunnels. Both sides remember the tunnels by number, so that only what changed comes
 * across, and what did not change stays the very same object.
 */
export class TunnelPageWork {
  #worker: Worker | null = null;
  #isImpossible = typeof Worker === 'undefined';
  #tunnels: Tunnel[] = [];
  #waiting: ((page: ReadPage | null) => void)[] = [];

  /** Reads a page; null when it is no list, and when the browser lets no worker run. */
  async read({ bytes, secret }: TunnelPageQuestion): Promise<ReadPage | null> {
    if (this.#isImpossible) return null;
    const worker = this.#worker ?? this.#start();
    if (!worker) return null;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      worker.postMessage({ bytes, secret } satisfies TunnelPageQuestion);
    });
  }

  /** Forgets everything when most of it is of tunnels long gone. */
  tidy(listed: number): void {
    if (this.#tunnels.length > MOST_REMEMBERED * listed) this.close();
  }

  /** Forgets everything; the next page starts anew. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#tunnels = [];
    for (const resolve of this.#waiting) resolve(null);
    this.#waiting = [];
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
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TunnelPageAnswer>) => this.#take(data));
    this.#worker.addEventListener('error', () => {
      this.#isImpossible = true;
      this.close();
    });
    return this.#worker;
  }

  #take(answer: TunnelPageAnswer): void {
    if ('changed' in answer) {
      for (const [number, tunnel] of answer.changed) this.#tunnels[number] = tunnel;
      return;
    }
    // Answers come in the order of the questions.
    this.#waiting.shift()?.(answer.page && this.#page(answer.page));
  }

  #page({ numbers, ...rest }: Omit<TunnelPageChange, 'changed'>): ReadPage {
    const good: Tunnel[] = [];
    for (const number of numbers) {
      const tunnel = this.#tunnels[number];
      if (tunnel) good.push(tunnel);
    }
    return { good, ...rest };
  }
}

/** The page's policy lets this one address become code, under this name (build/contentSecurityPolicy.ts). */
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
