import type { Draft } from './draft.ts';

const LONGEST_NAME = 60;

/**
 * A label for a tunnel between two access points: "Harbor Beamline 7 to Northfield Compute". Names are
 * somebody's free words, so they are cut, and what would turn the text around is left out.
 *
 * @returns '' while one of the names is not known
 */
export function suggestLabel(initiatorName: string | null, listenerName: string | null): string {
  const initiator = tidy(initiatorName ?? '');
  const listener = tidy(listenerName ?? '');
  return initiator && listener ? `${initiator} to ${listener}` : '';
}

/** Control characters and Unicode's marks for the direction of writing become spaces; spaces become one. */
function tidy(name: string): string {
  const plain = name.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim();
  const characters = Array.from(plain);
  return characters.length <= LONGEST_NAME
    ? plain
    : `${characters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * The label that counts: what a person typed; else the one that was already sent for these two sides, so that a
 * repeat is the same request even when the names are not there yet; else the suggested one.
 */
export function effectiveLabel(
  { label, attempt, initiatorId, listenerId }: Draft,
  suggested: string,
): string {
  if (label !== null) return label;
  const isSentBefore =
    attempt?.initiatorAccessPointId === initiatorId && attempt.listenerAccessPointId === listenerId;
  return (isSentBefore ? attempt?.label : null) ?? suggested;
}
