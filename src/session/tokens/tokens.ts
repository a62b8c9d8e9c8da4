import * as v from 'valibot';

/** The resource servers of Globus that this dashboard always needs. Others are endpoint IDs. */
export const AUTH_SERVER = 'auth.globus.org';
export const TRANSFER_SERVER = 'transfer.api.globus.org';

/**
 * An access token as the session stores it. Its scopes are separated by spaces. `issuedAtMs` and `expiresAtMs` are times of
 * this browser's clock (milliseconds since the epoch), so that a wrong clock does no harm.
 */
export const StoredToken = v.object({
  accessToken: v.string(),
  scope: v.string(),
  issuedAtMs: v.number(),
  expiresAtMs: v.number(),
  refreshToken: v.nullable(v.string()),
});
export type StoredToken = v.InferOutput<typeof StoredToken>;

/** The tokens of a session by resource server. */
export type TokensByServer = Readonly<Record<string, StoredToken>>;

/**
 * Merges the tokens of two tabs of one session: for each resource server, the newer token. Tabs renew tokens one at a
 * time, so neither tab's set is newer as a whole.
 */
export function mergeTokens(own: TokensByServer, received: TokensByServer): TokensByServer {
  const newer = Object.entries(received).filter(([server, { issuedAtMs }]) => {
    const current = own[server];
    return current === undefined || issuedAtMs > current.issuedAtMs;
  });
  return newer.length === 0 ? own : { ...own, ...Object.fromEntries(newer) };
}

/** A token that a newer one replaced but that is valid until `untilMs`. A sign-out revokes it too. */
export const ReplacedToken = v.object({ token: v.string(), untilMs: v.number() });
type ReplacedToken = v.InferOutput<typeof ReplacedToken>;

/**
 * Returns the access tokens that newer ones replace and that are still valid. Not the refresh tokens, because a renewal
 * uses up the old one.
 */
export function replacedTokens(
  before: TokensByServer,
  after: TokensByServer,
  nowMs: number,
): ReplacedToken[] {
  return Object.entries(before).flatMap(([server, { accessToken, expiresAtMs }]) =>
    accessToken !== after[server]?.accessToken && expiresAtMs > nowMs
      ? [{ token: accessToken, untilMs: expiresAtMs }]
      : [],
  );
}

/** Globus expires a refresh token that wasn't used for six months. */
const REFRESH_TOKEN_LIFETIME_MS = 182 * 24 * 60 * 60_000;

/** Returns the refresh tokens that a new sign-in replaces. Nothing uses them up, so they stay valid for long. */
export function replacedRefreshTokens(
  before: TokensByServer,
  after: TokensByServer,
  nowMs: number,
): ReplacedToken[] {
  return Object.entries(before).flatMap(([server, { refreshToken }]) =>
    refreshToken !== null && refreshToken !== after[server]?.refreshToken
      ? [{ token: refreshToken, untilMs: nowMs + REFRESH_TOKEN_LIFETIME_MS }]
      : [],
  );
}

/** Returns every secret of a session, for a sign-out to revoke, and to remove from what services send. */
export function allTokenValues({
  tokens,
  replaced,
}: {
  tokens: TokensByServer;
  replaced: readonly ReplacedToken[];
}): string[] {
  const current = Object.values(tokens).flatMap(({ accessToken, refreshToken }) =>
    refreshToken === null ? [accessToken] : [refreshToken, accessToken],
  );
  return [...current, ...replaced.map(({ token }) => token)];
}
