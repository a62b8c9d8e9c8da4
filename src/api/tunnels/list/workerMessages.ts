// The messages between the page and the worker that parses its lists.

import type { TunnelPageDelta } from './pageReader.ts';

/** Asks the worker to parse a page (and remove tokens from it), to fetch and parse one, or to cancel a request. */
export type WorkerRequest =
  | { id: number; bytes: ArrayBuffer; secrets: readonly string[] }
  | { id: number; url: string; token: string; secrets: readonly string[] }
  | { cancelId: number };

/** A response that the worker didn't parse, because it isn't a page of tunnels. */
export interface UnparsedResponse {
  status: number;
  headers: [string, string][];
  bytes: ArrayBuffer;
}

/** The worker's result: first the tunnels that changed, in parts, then the page. */
export type WorkerResponse =
  | { changed: TunnelPageDelta['changed'] }
  | { id: number; page: Omit<TunnelPageDelta, 'changed'> }
  /** The bytes aren't a page of tunnels; null when the page sent them, and so has them already. */
  | { id: number; unparsed: UnparsedResponse | null }
  /** There was no response. */
  | { id: number; failed: true };
