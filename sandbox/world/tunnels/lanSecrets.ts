import { randomBytes, randomUUID } from 'node:crypto';

/** A short-lived secret with which an application joins a tunnel on a site's own network. */
export interface LanSecret {
  id: string;
  endpointId: string;
  accessPointId: string;
  tunnelId: string;
  /** The identity that the secret belongs to. */
  identityId: string;
  secret: string;
  expiresAt: number;
}

const LIFETIME_MS = 60 * 60_000;

/** The LAN secrets of this sandbox. No service checks them. */
export class LanSecrets {
  readonly #secrets = new Map<string, LanSecret>();

  issue(fields: Omit<LanSecret, 'id' | 'secret' | 'expiresAt'>, now: number): LanSecret {
    const secret = {
      ...fields,
      id: randomUUID(),
      secret: randomBytes(24).toString('base64url'),
      expiresAt: now + LIFETIME_MS,
    };
    this.#secrets.set(secret.id, secret);
    return secret;
  }

  /** Removes a secret. Returns false if this person has none with this ID on this endpoint. */
  remove(id: string, endpointId: string, identityIds: readonly string[]): boolean {
    const secret = this.#secrets.get(id);
    if (secret?.endpointId !== endpointId || !identityIds.includes(secret.identityId)) return false;
    return this.#secrets.delete(id);
  }

  clear(): void {
    this.#secrets.clear();
  }
}
