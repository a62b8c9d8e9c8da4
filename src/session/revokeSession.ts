import { allTokenValues } from './tokens/tokens.ts';

/** How long the end of a session waits for Globus, in milliseconds. */
const REVOKE_TIMEOUT_MS = 10_000;

let unfinished: Promise<unknown> = Promise.resolve();

/** Makes {@link revokeSession} wait for work that may still bring a token and then revokes it itself, as a renewal does. */
export function revokeAfter(work: Promise<unknown>): void {
  unfinished = work;
}

/**
 * Revokes every token of a session that has ended. Best effort, for at most ten seconds: a token that can't be revoked now
 * expires on its own.
 */
export async function revokeSession(session: Parameters<typeof allTokenValues>[0]): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, REVOKE_TIMEOUT_MS));
  await Promise.race([Promise.allSettled([unfinished, revokeAll(allTokenValues(session))]), timeout]);
}

async function revokeAll(tokens: readonly string[]): Promise<void> {
  const { revokeTokens } = await import('./tokens/tokenEndpoint.ts');
  await revokeTokens(tokens);
}
