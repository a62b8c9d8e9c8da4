/** The tabs of a tunnel's page, as they are written in its address; the overview has no segment of its own. */
export type TunnelTab = 'overview' | 'connect' | 'events' | 'documents';

const TUNNEL_TABS: readonly string[] = ['overview', 'connect', 'events', 'documents'] satisfies TunnelTab[];

/** Returns whether a segment of an address names a tab. */
export function isTunnelTab(segment: string): segment is TunnelTab {
  return TUNNEL_TABS.includes(segment);
}
