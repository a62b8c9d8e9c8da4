import type { Contact } from './contact.ts';

/** How long a tunnel lives where nobody says it, in minutes (globus-api.md, "Transfer v2"). */
export const DEFAULT_LIFETIME_MINUTES = 360;

/** A tunnel somebody asks for. */
export interface TunnelRequest {
  /** A UUID made once per attempt and kept on every repeat, so that a lost answer makes no second tunnel. */
  submissionId: string;
  label: string | null;
  lifetimeMinutes: number;
  /** Whether Globus restarts it after a failure. */
  restartable: boolean;
  initiatorAccessPointId: string;
  listenerAccessPointId: string;
  /** Where the listening application is reached; null when that is said later. */
  listenerContact: Contact | null;
}
