/** A person or service known to Globus Auth. */
export interface Identity {
  id: string;
  /** Such as ada@hpc.example. */
  username: string;
  name: string | null;
  organization: string | null;
  email: string | null;
}

/** Identities by their ID, as far as Globus reports them. */
export type IdentitiesById = Readonly<Record<string, Identity>>;

/** Returns the identity with an ID, if it is known. IDs come from outside, so one may be "constructor". */
export function findIdentity(known: IdentitiesById | undefined, id: string | null): Identity | null {
  return known && id !== null && Object.hasOwn(known, id) ? (known[id] ?? null) : null;
}

/** Returns what to call an identity: its name, or its username if it has none. */
export function identityName({ name, username }: Identity): string {
  return name?.trim() || username;
}
