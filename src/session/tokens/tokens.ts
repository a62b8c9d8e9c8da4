import * as v from 'valibot';

/** Globus' resource servers this dashboard always needs; others are endpoint ids. */
export const AUTH_SERVER = 'auth.globus.org';
export const TRANSFER_SERVER = 'transfer.api.globus.org';

/**
 * One access token, as this dashboard keeps it: its scopes are space-separated; it came at `issuedAtMs` and ends at
 * `expiresAtMs` by this browser's clock (milliseconds since the epoch), so that a wrong clock does no harm.
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
 * The tokens of two tabs of one sign-in, for each resource server the one that came later: tabs renew one token
 * after another, so neither tab's set is newer as a whole.
 */
export function mergeTokens(mine: TokensByServer, told: TokensByServer): TokensByServer {
  const newer = Object.entries(told).filter(([server, { issuedAtMs }]) => {
    const own = mine[server];
    return own === undefined || issuedAtMs > own.issuedAtMs;
  });
  return newer.length === 0 ? mine : { ...mine, ...Object.fromEntries(newer) };
}

/** A token that a newer one replaced but that Globus takes still, until `untilMs`; a sign-out revokes it too. */
export const ReplacedToken = v.object({ token: v.string(), untilMs: v.number() });
type ReplacedToken = v.InferOutput<typeof ReplacedToken>;

/**
 * The access tokens that fall out of use when newer ones come, and are good still. Not the refresh tokens: a
 * renewal uses the old one up.
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

/** Globus ends a refresh token that nobody used for six months. */
const REFRESH_TOKEN_UNUSED_MS = 182 * 24 * 60 * 60_000;

/** The refresh tokens that a new sign-in puts out of use: nothing uses them up, so they are good for long. */
export function replacedRefreshTokens(
  before: TokensByServer,
  after: TokensByServer,
  nowMs: number,
): ReplacedToken[] {
  return Object.entries(before).flatMap(([server, { refreshToken }]) =>
    refreshToken !== null && refreshToken !== after[server]?.refreshToken
      ? [{ token: refreshToken, untilMs: nowMs + REFRESH_TOKEN_UNUSED_MS }]
      : [],
  );
}

/** Every secret of a session, each of which a sign-out revokes. */
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
