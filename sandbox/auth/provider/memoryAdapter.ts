import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Real time, milliseconds; undefined: never. */
  expiresAt: number | undefined;
}

/** The storage of one oidc-provider, by model name and ID. Codes and pages expire by real time. */
export class ProviderStore {
  readonly #entries = new Map<string, Entry>();

  /** Returns the adapter for one model of the provider. */
  adapter(model: string): Adapter {
    const keyOf = (id: string) => `${model}:${id}`;
    const read = (id: string) => this.#read(keyOf(id));
    return {
      upsert: async (id, payload, expiresIn) => {
        this.#write(keyOf(id), payload, expiresIn);
      },
      find: async (id) => read(id),
      findByUid: async (uid) => this.#find(model, (payload) => payload.uid === uid),
      findByUserCode: async (code) => this.#find(model, (payload) => payload.userCode === code),
      consume: async (id) => {
        const payload = read(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        this.#entries.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        this.deleteMatching(model, (payload) => payload.grantId === grantId);
      },
    };
  }

  /** Deletes the matching entries of a model and returns how many there were. */
  deleteMatching(model: string, matches: (payload: AdapterPayload) => boolean = () => true): number {
    const keys = [...this.#entries].filter(
      ([key, { payload }]) => key.startsWith(`${model}:`) && matches(payload),
    );
    for (const [key] of keys) this.#entries.delete(key);
    return keys.length;
  }

  #write(key: string, payload: AdapterPayload, expiresIn: number | undefined): void {
    const now = Date.now();
    for (const [other, { expiresAt }] of this.#entries) {
      if (expiresAt !== undefined && expiresAt <= now) this.#entries.delete(other);
    }
    this.#entries.set(key, {
      payload,
      expiresAt: expiresIn === undefined ? undefined : now + expiresIn * 1000,
    });
  }

  #read(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    return entry && (entry.expiresAt === undefined || Date.now() < entry.expiresAt)
      ? entry.payload
      : undefined;
  }

  #find(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const found = [...this.#entries].find(
      ([key, { payload }]) => key.startsWith(`${model}:`) && matches(payload),
    );
    return found && this.#read(found[0]);
  }
}
