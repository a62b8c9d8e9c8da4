import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import { shortId } from '../../domain/text/id.ts';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import type { TunnelHistory } from '../../domain/tunnel/history.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';

/** Everything this page has read about its tunnel. What is not read yet, or cannot be, is null. */
export interface TunnelPageData {
  tunnel: Tunnel;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  events: readonly TunnelEvent[] | null;
  isEveryEvent: boolean;
  /** The newest events may be among those that are not read: no verdict may be made from these. */
  lacksNewest: boolean;
  history: TunnelHistory;
  /** Something that a verdict needs is on its way. */
  isLoading: boolean;
}

/** What to call one side of a tunnel: its access point's name, or what is known of it. */
export function sideName(side: AccessPoint | null, id: string | null): string {
  return side?.name ?? (id === null ? 'not told' : shortId(id));
}
