/** Somebody (or some service) known to Globus Auth. */
export interface Identity {
  id: string;
  /** Such as ada@hpc.example. */
  username: string;
  name: string | null;
  organization: string | null;
  email: string | null;
}

/** How an identity is called on a page: its name, or its username when it has none. */
export function identityName({ name, username }: Identity): string {
  return name?.trim() || username;
}
