/** An event of a tunnel, as Globus reports it. */
export interface TunnelEvent {
  id: string;
  /** The code, if this dashboard knows it. */
  code: TunnelEventCode;
  /** The code exactly as Globus sent it. */
  codeText: string;
  isError: boolean;
  description: string;
  details: string;
  /** Milliseconds since the epoch. */
  timeMs: number | null;
}

/** The event codes that have been seen. Globus publishes no list: any other code is 'unknown'. */
export const TUNNEL_EVENT_CODES = ['STARTED', 'TUNNEL_ACTIVE', 'TUNNEL_STOPPED'] as const;

/** One of the known codes, or 'unknown'. */
export type TunnelEventCode = (typeof TUNNEL_EVENT_CODES)[number] | 'unknown';

/** Returns the code that a value of the API stands for; 'unknown' for every value this dashboard doesn't know. */
export function parseTunnelEventCode(codeText: string): TunnelEventCode {
  return TUNNEL_EVENT_CODES.find((code) => code === codeText) ?? 'unknown';
}

/**
 * Compares two event IDs. IDs increase (globus-api.md, "Transfer v2"); they may be too long for a JavaScript number.
 *
 * @returns a negative number if `a` is older, a positive one if it is newer, NaN if the IDs aren't both numbers
 */
export function compareEventIds(a: string, b: string): number {
  if (!/^\d+$/.test(a) || !/^\d+$/.test(b)) return Number.NaN;
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}
