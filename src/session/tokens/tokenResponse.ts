import * as v from 'valibot';
import type { StoredToken, TokensByServer } from './tokens.ts';

/** Seconds, as a number or in words. Nothing, null, 0 and nonsense say nothing. */
const Seconds = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.decimal(), v.transform(Number))]),
  v.gtValue(0),
  v.finite(),
);

const word = v.fallback(v.nullable(v.pipe(v.string(), v.nonEmpty())), null);

// Only the token itself is indispensable: one that can be used is never dropped for what is said around it.
const Token = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  resource_server: word,
  scope: word,
  // Globus says 172800; a service that does not say gets an hour, after which a refused call tells the truth.
  expires_in: v.fallback(Seconds, 3600),
  refresh_token: word,
});

const TokenAnswer = v.fallback(v.object({ other_tokens: v.fallback(v.array(v.unknown()), []) }), {
  other_tokens: [],
});

/** A token answer without any token. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

/**
 * Reads Globus' token answer: one token per resource server, of which any may stand on top (globus-api.md,
 * "Signing in"), so each is filed under the resource server it names and never by its position.
 *
 * @param askedServer the one that a refresh was for: a token on top that names no server is its
 * @throws NoTokenError
 */
export function parseTokenResponse(answer: unknown, nowMs: number, askedServer?: string): TokensByServer {
  const { other_tokens } = v.parse(TokenAnswer, answer);
  const tokens = new Map<string, StoredToken>();
  for (const candidate of [answer, ...other_tokens]) {
    const token = v.safeParse(Token, candidate);
    if (!token.success) continue;
    const server = token.output.resource_server ?? (candidate === answer ? askedServer : undefined);
    if (server === undefined) continue;
    tokens.set(server, {
      accessToken: token.output.access_token,
      scope: token.output.scope ?? '',
      issuedAtMs: nowMs,
      expiresAtMs: nowMs + token.output.expires_in * 1000,
      refreshToken: token.output.refresh_token,
    });
  }
  if (tokens.size === 0) throw new NoTokenError('The answer holds no token.');
  // Made of entries: a server that calls itself `__proto__` must not become what the others inherit from.
  return Object.fromEntries(tokens);
}
