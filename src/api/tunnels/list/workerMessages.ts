// What the page and the worker that reads its lists say to each other.

import type { TunnelPageDelta } from './pageReader.ts';

/** A page to read that is here already, with the token to take out of it; one to ask for; or one nobody wants. */
export type WorkerRequest =
  | { id: number; bytes: ArrayBuffer; secret: string }
  | { id: number; address: string; token: string }
  | { cancelId: number };

/** What the service answered, where the worker did not read it as a page. */
export interface UnparsedResponse {
  status: number;
  headers: [string, string][];
  bytes: ArrayBuffer;
}

/** What the worker says of a page: first what changed, in parts, then the page itself. */
export type WorkerResponse =
  | { changed: TunnelPageDelta['changed'] }
  | { id: number; page: Omit<TunnelPageDelta, 'changed'> }
  /** It is no page; `unread` is null when it was not the worker who asked. */
  | { id: number; unparsed: UnparsedResponse | null }
  /** There was no answer. */
  | { id: number; failed: true };
