import * as v from 'valibot';
import type { AuthorizationParameters } from '../domain/authorizationParameters.ts';
import { readTabMemory, writeTabMemory } from './tabMemory.ts';

const KEY = 'answered';

/** The refusal that follows a sign-in by less than this was not helped by it; later ones may be of another kind. */
const REMEMBERED_MS = 10 * 60_000;

const Answered = v.array(v.object({ demands: v.string(), atMs: v.number() }));

/** What is demanded, as one text: the same demands in other words or another order are the same. */
function keyOf(asked: AuthorizationParameters): string {
  const { requiredIdentities, requiredPolicies, requiredSingleDomain, requiredMfa, requiredScopes } = asked;
  const lists = [requiredIdentities, requiredPolicies, requiredSingleDomain, requiredScopes];
  return JSON.stringify([...lists.map((list) => [...list].sort()), requiredMfa === true]);
}

function recent(nowMs: number): v.InferOutput<typeof Answered> {
  const read = v.safeParse(Answered, readTabMemory(KEY));
  return read.success ? read.output.filter(({ atMs }) => Math.abs(nowMs - atMs) < REMEMBERED_MS) : [];
}

/** Takes note that somebody signed in as a refused call had asked. */
export function noteAnswered(asked: AuthorizationParameters, nowMs: number): void {
  writeTabMemory(KEY, [...recent(nowMs), { demands: keyOf(asked), atMs: nowMs }]);
}

/**
 * Whether a sign-in of the last ten minutes in this tab answered the very same demands: another one of the same
 * kind would lead in a circle.
 */
export function wasAnswered(asked: AuthorizationParameters, nowMs: number): boolean {
  const demands = keyOf(asked);
  return recent(nowMs).some((answered) => answered.demands === demands);
}
