import type { AccessPoint } from '../site/accessPoint.ts';
import type { Identity } from '../site/identity.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import type { LoggedRequest } from './loggedRequest.ts';

export const BUNDLE_FORMAT = 'globus-streams-support-bundle';
export const BUNDLE_VERSION = 1;

/** What is known of a tunnel at one moment, to be sent to somebody who cannot look at it. */
export interface BundleFacts {
  format: typeof BUNDLE_FORMAT;
  version: typeof BUNDLE_VERSION;
  /** Milliseconds since the epoch. */
  madeAtMs: number;
  /** Name and version of this dashboard, of the browser, and the host of the Globus it talked to. */
  app: string;
  browser: string;
  globus: string;
  tunnel: Tunnel;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  /** Whose tunnel it is, where names may go in. */
  owner: Identity | null;
  /** Newest first; null when they could not be read. */
  events: TunnelEvent[] | null;
  isEveryEvent: boolean;
  /** The newest may be among those that were not read. */
  lacksNewest: boolean;
  requests: LoggedRequest[];
}
