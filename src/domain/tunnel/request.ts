import type { Contact } from './contact.ts';

/** The lifetime that Globus assumes if a request has none (globus-api.md, "Transfer v2"). */
export const DEFAULT_LIFETIME_MINUTES = 360;

/** A request to create a tunnel. */
export interface TunnelRequest {
  /** A UUID, created once per attempt and repeated on every retry, so that no retry creates a duplicate tunnel. */
  submissionId: string;
  label: string | null;
  lifetimeMinutes: number;
  /** Whether Globus restarts it after a failure. */
  restartable: boolean;
  initiatorAccessPointId: string;
  listenerAccessPointId: string;
  /** The listener address; null if it is set later. */
  listenerContact: Contact | null;
}
