import * as v from 'valibot';

/** Globus' resource servers this dashboard always needs; others are endpoint ids. */
export const AUTH_SERVER = 'auth.globus.org';
export const TRANSFER_SERVER = 'transfer.api.globus.org';

const Token = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  resource_server: v.pipe(v.string(), v.nonEmpty()),
  scope: v.optional(v.string(), ''),
  // Globus says 172800; a service that leaves it out gets an hour, after which a refused call tells the truth.
  expires_in: v.optional(v.pipe(v.number(), v.minValue(0), v.finite()), 3600),
  refresh_token: v.nullish(v.string()),
});

const TokenAnswer = v.object({ ...Token.entries, other_tokens: v.optional(v.array(v.unknown()), []) });

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
 * Reads Globus' token answer: one token per resource server, of which any may stand on top (globus-api.md,
 * "Signing in"), so each is filed under the resource server it names and never by its position.
 *
 * @throws ValiError when the answer holds no token at its top
 */
export function readTokenAnswer(answer: unknown, nowMs: number): TokensByServer {
  const { other_tokens, ...top } = v.parse(TokenAnswer, answer);
  const tokens = new Map<string, StoredToken>();
  for (const candidate of [top, ...other_tokens]) {
    const token = v.safeParse(Token, candidate);
    if (!token.success) continue;
    tokens.set(token.output.resource_server, {
      accessToken: token.output.access_token,
      scope: token.output.scope,
      issuedAtMs: nowMs,
      expiresAtMs: nowMs + token.output.expires_in * 1000,
      refreshToken: token.output.refresh_token ?? null,
    });
  }
  // Made of entries: a server that calls itself `__proto__` must not become what the others inherit from.
  return Object.fromEntries(tokens);
}

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
export function allSecrets({
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
