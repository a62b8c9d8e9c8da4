import * as v from 'valibot';

/** Globus' resource servers this dashboard always needs; others are endpoint ids. */
export const AUTH_SERVER = 'auth.globus.org';
export const TRANSFER_SERVER = 'transfer.api.globus.org';

const Token = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  resource_server: v.pipe(v.string(), v.nonEmpty()),
  scope: v.optional(v.string(), ''),
  // Globus says 172800; a service that leaves it out gets an hour, after which a refused call tells the truth.
  expires_in: v.optional(v.pipe(v.number(), v.minValue(0)), 3600),
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
  const tokens: Record<string, StoredToken> = {};
  for (const candidate of [top, ...other_tokens]) {
    const token = v.safeParse(Token, candidate);
    if (!token.success) continue;
    tokens[token.output.resource_server] = {
      accessToken: token.output.access_token,
      scope: token.output.scope,
      issuedAtMs: nowMs,
      expiresAtMs: nowMs + token.output.expires_in * 1000,
      refreshToken: token.output.refresh_token ?? null,
    };
  }
  return tokens;
}
