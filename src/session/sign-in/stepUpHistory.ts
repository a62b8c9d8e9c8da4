import * as v from 'valibot';
import { authStorage } from '../../browser/storage.ts';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';

const KEY = 'step-up-history';

/** If a site repeats its requirement sooner than this after a sign-in, the sign-in didn't meet it. */
const HISTORY_MS = 10 * 60_000;

/** Far more than a person meets in ten minutes. */
const MAX_ENTRIES = 50;

/** What a call requires, and when a person signed in for it; null if no one has yet. */
const History = v.array(
  v.object({ requirements: v.string(), call: v.string(), completedAtMs: v.nullable(v.number()) }),
);
type History = v.InferOutput<typeof History>;

/** Returns the requirements as one string. Another order, or another message, makes no difference. */
function keyOf(required: AuthorizationParameters): string {
  const { requiredIdentities, requiredPolicies, requiredSingleDomain, requiredMfa, requiredScopes } =
    required;
  const lists = [requiredIdentities, requiredPolicies, requiredSingleDomain, requiredScopes];
  return JSON.stringify([...lists.map((list) => [...list].sort()), requiredMfa]);
}

function readHistory(): History {
  const read = v.safeParse(History, authStorage.read(KEY));
  return read.success ? read.output : [];
}

/**
 * Records what a call requires.
 *
 * @param call its method and address, without the query
 */
export function recordStepUpRequired(required: AuthorizationParameters, call: string): void {
  const requirements = keyOf(required);
  const before = readHistory();
  if (before.some((entry) => entry.requirements === requirements && entry.call === call)) return;
  authStorage.write(KEY, [...before, { requirements, call, completedAtMs: null }].slice(-MAX_ENTRIES));
}

/** Records that a person signed in as the rejected calls required. */
export function recordStepUpCompleted(required: AuthorizationParameters, nowMs: number): void {
  const requirements = keyOf(required);
  const completed = readHistory().map((entry) =>
    entry.requirements === requirements ? { ...entry, completedAtMs: nowMs } : entry,
  );
  authStorage.write(KEY, completed);
}

/**
 * Records that a call succeeded, so its requirements are met. If it requires the same later, as a site does that requires
 * a sign-in within the last five minutes, another sign-in helps.
 *
 * @param call as for {@link recordStepUpRequired}
 */
export function recordCallSucceeded(call: string): void {
  const before = readHistory();
  const others = before.filter((entry) => entry.call !== call);
  if (others.length < before.length) authStorage.write(KEY, others);
}

/**
 * Checks whether a sign-in of the last ten minutes in this tab was for the same requirements, and the call that has them
 * hasn't succeeded since. Then, another sign-in of the same kind would lead into a loop.
 */
export function wasStepUpCompleted(required: AuthorizationParameters, nowMs: number): boolean {
  const requirements = keyOf(required);
  return readHistory().some(
    ({ requirements: earlier, completedAtMs }) =>
      earlier === requirements && completedAtMs !== null && Math.abs(nowMs - completedAtMs) < HISTORY_MS,
  );
}
