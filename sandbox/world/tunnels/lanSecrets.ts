import { randomBytes, randomUUID } from 'node:crypto';

/** A short-lived secret with which an application joins a tunnel on a site's own network. */
export interface LanSecret {
  id: string;
  endpointId: string;
  accessPointId: string;
  tunnelId: string;
  /** Identity that asked for it. */
  identityId: string;
  secret: string;
  expiresAt: number;
}

const LIFETIME_MS = 60 * 60_000;

export class LanSecrets {
  readonly #secrets = new Map<string, LanSecret>();

  issue(facts: Omit<LanSecret, 'id' | 'secret' | 'expiresAt'>, now: number): LanSecret {
    const secret = {
      ...facts,
      id: randomUUID(),
      secret: randomBytes(24).toString('base64url'),
      expiresAt: now + LIFETIME_MS,
    };
    this.#secrets.set(secret.id, secret);
    return secret;
  }

  /** False when there is none of this id on this endpoint that this person asked for. */
  remove(id: string, endpointId: string, identityIds: readonly string[]): boolean {
    const secret = this.#secrets.get(id);
    if (secret?.endpointId !== endpointId || !identityIds.includes(secret.identityId)) return false;
    return this.#secrets.delete(id);
  }

  clear(): void {
    this.#secrets.clear();
  }
}
