/** Something that happened to a tunnel. */
export interface TunnelEvent {
  id: string;
  /** The server's code; an open set of which STARTED, TUNNEL_ACTIVE and TUNNEL_STOPPED have been seen. */
  code: TunnelEventCode;
  /** The server's own word for the code. */
  codeText: string;
  isError: boolean;
  description: string;
  details: string;
  /** Milliseconds since the epoch. */
  timeMs: number | null;
}

/** The event codes this dashboard knows; every other becomes 'unknown'. */
export const TUNNEL_EVENT_CODES = ['STARTED', 'TUNNEL_ACTIVE', 'TUNNEL_STOPPED'] as const;

/** One of the known codes, or 'unknown'. */
export type TunnelEventCode = (typeof TUNNEL_EVENT_CODES)[number] | 'unknown';

/** The code a word of the API stands for; every word we do not know is 'unknown'. */
export function parseTunnelEventCode(codeText: string): TunnelEventCode {
  return TUNNEL_EVENT_CODES.find((code) => code === codeText) ?? 'unknown';
}
