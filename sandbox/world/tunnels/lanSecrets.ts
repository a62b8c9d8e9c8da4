import { randomBytes, randomUUID } from 'node:crypto';

/** A short-lived secret with which an application joins a tunnel on a site's own network. */
export interface LanSecret {
  id: string;
  endpointId: string;
  accessPointId: string;
  tunnelId: string;
  /** The identity that the secret belongs to. */
  identityId: string;
  /** The username of that identity at the site. */
  username: string;
  secret: string;
  expiresAt: number;
}

/** The LAN secrets of this sandbox. No service checks them. */
export class LanSecrets {
  readonly #secrets = new Map<string, LanSecret>();

  issue(fields: Omit<LanSecret, 'id' | 'secret'>): LanSecret {
    const secret = { ...fields, id: randomUUID(), secret: randomBytes(24).toString('base64url') };
    this.#secrets.set(secret.id, secret);
    return secret;
  }

  /** Returns a secret of an endpoint; undefined if there is none with this ID or it has expired. */
  find(id: string, endpointId: string, now: number): LanSecret | undefined {
    const secret = this.#secrets.get(id);
    return secret?.endpointId === endpointId && secret.expiresAt > now ? secret : undefined;
  }

  /** Returns how many secrets of a tunnel haven't expired. */
  countOf(tunnelId: string, now: number): number {
    const all = [...this.#secrets.values()];
    return all.filter((secret) => secret.tunnelId === tunnelId && secret.expiresAt > now).length;
  }

  remove(id: string): void {
    this.#secrets.delete(id);
  }

  clear(): void {
    this.#secrets.clear();
  }
}
