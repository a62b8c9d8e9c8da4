import type { AccessPoint } from '../site/accessPoint.ts';
import type { Identity } from '../site/identity.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import type { LoggedRequest } from './loggedRequest.ts';

export const BUNDLE_FORMAT = 'globus-streams-support-bundle';
export const BUNDLE_VERSION = 1;

/** What is known about a tunnel at one time, for someone who can't see the tunnel. */
export interface BundleFacts {
  format: typeof BUNDLE_FORMAT;
  version: typeof BUNDLE_VERSION;
  /** Milliseconds since the epoch. */
  madeAtMs: number;
  /** Name and version of this dashboard. */
  app: string;
  /** Name and version of the browser. */
  browser: string;
  /** The host of the Globus service. */
  globus: string;
  tunnel: Tunnel;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  /** The owner, if there is consent to include names. */
  owner: Identity | null;
  /** Newest first; null if they couldn't be loaded. */
  events: TunnelEvent[] | null;
  isEveryEvent: boolean;
  /** Whether the newest events may be missing. */
  lacksNewest: boolean;
  requests: LoggedRequest[];
}
