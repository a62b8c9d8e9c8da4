import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import { shortId } from '../../domain/text/id.ts';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import type { TunnelHistory } from '../../domain/tunnel/history.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';

/** Everything this page has loaded about its tunnel. What hasn't loaded yet, or failed to load, is null. */
export interface TunnelPageData {
  tunnel: Tunnel;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  events: readonly TunnelEvent[] | null;
  isEveryEvent: boolean;
  /** The newest events may be missing, so the loaded ones say nothing about the present. */
  lacksNewest: boolean;
  history: TunnelHistory;
  /** Something that the diagnosis needs is still loading. */
  isLoading: boolean;
}

/** Returns the name of one side of a tunnel: its access point's name, or a short form of its ID. */
export function sideName(side: AccessPoint | null, id: string | null): string {
  return side?.name ?? (id === null ? 'Unknown' : shortId(id));
}
