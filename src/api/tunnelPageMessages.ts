// What the page and the worker that reads its lists say to each other.

import type { TunnelPageChange } from './tunnelPageReader.ts';

/** A page to read, and the token to take out of it. */
export interface TunnelPageQuestion {
  bytes: ArrayBuffer;
  secret: string;
}

/** What the worker says of a page: first what changed, in parts, then the page itself; null: it is no list. */
export type TunnelPageAnswer =
  | { changed: TunnelPageChange['changed'] }
  | { page: Omit<TunnelPageChange, 'changed'> | null };
