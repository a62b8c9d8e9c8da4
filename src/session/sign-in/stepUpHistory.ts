import * as v from 'valibot';
import { authStorage } from '../../browser/storage.ts';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';

const KEY = 'answered';

/** The refusal that follows a sign-in by less than this was not helped by it; later ones may be of another kind. */
const REMEMBERED_MS = 10 * 60_000;

/** Far more than one meets in ten minutes. */
const MOST_REMEMBERED = 50;

/** What a call demanded, and when somebody signed in for it; null: nobody has yet. */
const Known = v.array(
  v.object({ demands: v.string(), call: v.string(), answeredAtMs: v.nullable(v.number()) }),
);
type Known = v.InferOutput<typeof Known>;

/** What is demanded, as one text: the same demands in other words or another order are the same. */
function keyOf(asked: AuthorizationParameters): string {
  const { requiredIdentities, requiredPolicies, requiredSingleDomain, requiredMfa, requiredScopes } = asked;
  const lists = [requiredIdentities, requiredPolicies, requiredSingleDomain, requiredScopes];
  return JSON.stringify([...lists.map((list) => [...list].sort()), requiredMfa === true]);
}

function known(): Known {
  const read = v.safeParse(Known, authStorage.read(KEY));
  return read.success ? read.output : [];
}

/**
 * Takes note of what a call demanded.
 *
 * @param call method and address, without its query
 */
export function recordStepUpRequired(asked: AuthorizationParameters, call: string): void {
  const demands = keyOf(asked);
  const before = known();
  if (before.some((one) => one.demands === demands && one.call === call)) return;
  authStorage.write(KEY, [...before, { demands, call, answeredAtMs: null }].slice(-MOST_REMEMBERED));
}

/** Takes note that somebody signed in as refused calls had asked. */
export function recordStepUpCompleted(asked: AuthorizationParameters, nowMs: number): void {
  const demands = keyOf(asked);
  const answered = known().map((one) => (one.demands === demands ? { ...one, answeredAtMs: nowMs } : one));
  authStorage.write(KEY, answered);
}

/**
 * Takes note that a call succeeded: what it had demanded is met. If it demands the same again, as a site does that
 * wants a sign-in of the last five minutes, another one will help.
 *
 * @param call as for {@link recordStepUpRequired}
 */
export function recordCallSucceeded(call: string): void {
  const before = known();
  const left = before.filter((one) => one.call !== call);
  if (left.length < before.length) authStorage.write(KEY, left);
}

/**
 * Whether a sign-in of the last ten minutes in this tab answered the very same demands, and the call that had them
 * has not succeeded since: another sign-in of the same kind would lead in a circle.
 */
export function wasStepUpCompleted(asked: AuthorizationParameters, nowMs: number): boolean {
  const demands = keyOf(asked);
  return known().some(
    ({ demands: answered, answeredAtMs }) =>
      answered === demands && answeredAtMs !== null && Math.abs(nowMs - answeredAtMs) < REMEMBERED_MS,
  );
}
