import * as v from 'valibot';
import type { StoredToken, TokensByServer } from './tokens.ts';

/** Seconds, as a number or a string. Anything that is not a positive, finite number counts as missing. */
const Seconds = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'number' || typeof value === 'string' ? Number(value) : 0)),
  v.check((seconds) => seconds > 0 && seconds < Infinity),
);

const text = v.fallback(v.nullable(v.pipe(v.string(), v.nonEmpty())), null);

// Only the token itself is required: a usable token is never dropped because of the fields around it.
const Token = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  resource_server: text,
  scope: text,
  // Globus sends 172800. Without a lifetime, an hour is assumed; a rejected call corrects that.
  expires_in: v.fallback(Seconds, 3600),
  refresh_token: text,
});

const TokenResponse = v.fallback(v.object({ other_tokens: v.fallback(v.array(v.unknown()), []) }), {
  other_tokens: [],
});

/** A token response without a token. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

/**
 * Parses the token response of Globus: one token per resource server, any of which may be at the top level (globus-api.md,
 * "Signing in"). So each is stored under the resource server that it names, never by its position.
 *
 * @param requestedServer the server that was refreshed; a token at the top level that names no server belongs to it
 * @throws NoTokenError
 */
export function parseTokenResponse(
  response: unknown,
  nowMs: number,
  requestedServer?: string,
): TokensByServer {
  const { other_tokens } = v.parse(TokenResponse, response);
  const tokens = new Map<string, StoredToken>();
  for (const candidate of [response, ...other_tokens]) {
    const token = v.safeParse(Token, candidate);
    if (!token.success) continue;
    const server = token.output.resource_server ?? (candidate === response ? requestedServer : undefined);
    if (server === undefined) continue;
    tokens.set(server, {
      accessToken: token.output.access_token,
      scope: token.output.scope ?? '',
      issuedAtMs: nowMs,
      expiresAtMs: nowMs + token.output.expires_in * 1000,
      refreshToken: token.output.refresh_token,
    });
  }
  if (tokens.size === 0) throw new NoTokenError('Globus Auth didn’t return a token.');
  // From entries, so that a server named `__proto__` can't become the prototype.
  return Object.fromEntries(tokens);
}
