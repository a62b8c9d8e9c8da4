// What the page and the worker that reads its lists say to each other.

import type { TunnelPageChange } from './pageReader.ts';

/** A page to read that is here already, with the token to take out of it; one to ask for; or one nobody wants. */
export type TunnelPageQuestion =
  | { id: number; bytes: ArrayBuffer; secret: string }
  | { id: number; address: string; token: string }
  | { giveUp: number };

/** What the service answered, where the worker did not read it as a page. */
export interface UnreadAnswer {
  status: number;
  headers: [string, string][];
  bytes: ArrayBuffer;
}

/** What the worker says of a page: first what changed, in parts, then the page itself. */
export type TunnelPageAnswer =
  | { changed: TunnelPageChange['changed'] }
  | { id: number; page: Omit<TunnelPageChange, 'changed'> }
  /** It is no page; `unread` is null when it was not the worker who asked. */
  | { id: number; unread: UnreadAnswer | null }
  /** There was no answer. */
  | { id: number; failed: true };
