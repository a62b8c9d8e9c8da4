import { countText } from '../text/count.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/**
 * Returns a sentence about whose tunnels Globus lists. Its clients disagree on that: one's own, or also those on endpoints
 * that one administers (globus-api.md, "Transfer v2"). So only what the list shows is said.
 *
 * @param tunnels undefined while they load
 * @param readerIds the identities of the reader: the one that signed in, and those linked to it; empty if unknown
 */
export function describeOwners(
  tunnels: readonly Pick<Tunnel, 'ownerId'>[] | undefined,
  readerIds: ReadonlySet<string>,
): string {
  const owners = tunnels?.map(({ ownerId }) => ownerId) ?? [];
  const others = owners.filter((id) => id !== null && !readerIds.has(id)).length;
  if (readerIds.size > 0 && others > 0)
    return `Includes ${countText(others, 'tunnel')} that other people own.`;
  const areMine = owners.length > 0 && owners.every((id) => id !== null && readerIds.has(id));
  return areMine ? 'Only tunnels that you own are listed.' : 'The tunnels that Globus lists for you.';
}
