/**
 * A secret that authenticates programs at one side of a tunnel, on hosts where no one can sign in. Globus shows it only
 * once (globus-api.md, "GCS Manager").
 */
export interface LanSecret {
  id: string;
  secret: string;
  /** Milliseconds since the epoch; null if Globus doesn't report it. */
  expiresAtMs: number | null;
  identityId: string | null;
  username: string | null;
}

/** What a new LAN secret is for. */
export interface LanSecretRequest {
  tunnelId: string;
  /** The access point of the side, which is also the ID of its gateway. */
  accessPointId: string;
  /** Left out: the site decides. */
  expiresInMinutes?: number;
  /** For someone whose identities or usernames the gateway admits more than one of. */
  identityId?: string;
  username?: string;
}
