import { toSingleLine } from '../../../domain/text/plainText.ts';
import type { Draft } from './draft.ts';

const LONGEST_NAME = 60;

/**
 * A label for a tunnel between two access points: "Harbor Beamline 7 to Northfield Compute". Names are
 * somebody's free words, so they are cut, and what would turn the text around is left out.
 *
 * @returns '' while one of the names is not known
 */
export function suggestLabel(initiatorName: string | null, listenerName: string | null): string {
  const initiator = toSingleLine(initiatorName ?? '', LONGEST_NAME);
  const listener = toSingleLine(listenerName ?? '', LONGEST_NAME);
  return initiator && listener ? `${initiator} to ${listener}` : '';
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
