import { countText } from '../text/count.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/**
 * Returns a sentence about whose tunnels Globus lists. Its clients disagree on that: one's own, or also those on endpoints
 * that one administers (globus-api.md, "Transfer v2"). So only what the list shows is said.
 *
 * @param tunnels undefined while they load
 * @param readerId the identity that signed in; undefined if it is unknown
 */
export function describeOwners(
  tunnels: readonly Pick<Tunnel, 'ownerId'>[] | undefined,
  readerId: string | undefined,
): string {
  const ownerIds = new Set(tunnels?.map(({ ownerId }) => ownerId));
  if (readerId !== undefined && ownerIds.size === 1 && ownerIds.has(readerId))
    return 'Only tunnels that you own are listed.';
  const others = tunnels?.filter(({ ownerId }) => ownerId !== null && ownerId !== readerId).length ?? 0;
  if (readerId === undefined || others === 0) return 'The tunnels that Globus lists for you.';
  return `Includes ${countText(others, 'tunnel')} that other identities own.`;
}
