/** Somebody (or some service) known to Globus Auth. */
export interface Identity {
  id: string;
  /** Such as ada@hpc.example. */
  username: string;
  name: string | null;
  organization: string | null;
  email: string | null;
}

/** Identities by their id, as far as Globus tells about them. */
export type IdentitiesById = Readonly<Record<string, Identity>>;

/** Who stands behind an id, if that is known. Ids come from outside: one may be called like something objects have. */
export function findIdentity(known: IdentitiesById | undefined, id: string | null): Identity | null {
  return known && id !== null && Object.hasOwn(known, id) ? (known[id] ?? null) : null;
}

/** How an identity is called on a page: its name, or its username when it has none. */
export function identityName({ name, username }: Identity): string {
  return name?.trim() || username;
}
