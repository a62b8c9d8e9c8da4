import { findIds } from '../text/id.ts';

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

/** What someone typed into the form for a new LAN secret. */
export interface LanSecretDraft {
  minutes: string;
  identityId: string;
  username: string;
}

/** The request of a draft without the tunnel and side, or what is wrong with each field. */
type ParsedLanSecretDraft =
  | { kind: 'request'; request: Omit<LanSecretRequest, 'tunnelId' | 'accessPointId'> }
  | { kind: 'errors'; errors: Partial<Record<keyof LanSecretDraft, string>> };

/** Parses the form for a new LAN secret. Every field may be empty: then the site decides. */
export function parseLanSecretDraft(draft: LanSecretDraft): ParsedLanSecretDraft {
  const [minutes, identityId, username] = [draft.minutes, draft.identityId, draft.username].map((text) =>
    text.trim(),
  ) as [string, string, string];
  const errors: Partial<Record<keyof LanSecretDraft, string>> = {};
  if (minutes !== '' && !/^0*[1-9]\d{0,7}$/.test(minutes))
    errors.minutes = 'Enter a whole number of minutes, such as 60, or leave this empty.';
  if (identityId !== '' && findIds(identityId)[0] !== identityId.toLowerCase())
    errors.identityId = 'Enter an ID, such as 0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e, or leave this empty.';
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  return {
    kind: 'request',
    request: {
      ...(minutes !== '' && { expiresInMinutes: Number(minutes) }),
      ...(identityId !== '' && { identityId }),
      ...(username !== '' && { username }),
    },
  };
}
