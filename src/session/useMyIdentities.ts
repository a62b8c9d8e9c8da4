import { useMemo } from 'react';
import * as v from 'valibot';
import { useSession } from './useSession.ts';

const text = v.nullable(v.string());

/** An identity that is linked to the signed-in one, or is the same. */
const LinkedIdentity = v.object({
  id: v.string(),
  username: v.string(),
  name: text,
  email: text,
  organization: text,
  /** When the person last signed in with it, by the clock of Globus (ms since the epoch); null: not in this session. */
  signedInAtMs: v.nullable(v.number()),
});
export type LinkedIdentity = v.InferOutput<typeof LinkedIdentity>;

const NONE: readonly unknown[] = [];

/** Returns the linked identities of the signed-in person, for a policy check: each with its last sign-in. */
export function useMyIdentities() {
  const linked = useSession()?.identity.linked ?? NONE;
  return useMemo(
    () =>
      linked.flatMap((item) => {
        // The session's storage is untrusted.
        const { success, output } = v.safeParse(LinkedIdentity, item);
        if (!success) return [];
        const { signedInAtMs, ...subject } = output;
        return { subject, signedInAt: signedInAtMs ?? ('not-in-session' as const) };
      }),
    [linked],
  );
}
