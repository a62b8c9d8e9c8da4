import { toSingleLine } from '../../../domain/text/plainText.ts';
import type { Draft } from './draft.ts';

const MAX_NAME_LENGTH = 60;

/**
 * Suggests a label for a tunnel between two access points: "Harbor Beamline 7 to Northfield Compute". Anyone can name
 * an access point anything, so names are shortened, and characters that reverse the text direction are removed.
 *
 * @returns '' if one of the names is unknown
 */
export function suggestLabel(initiatorName: string | null, listenerName: string | null): string {
  const initiator = toSingleLine(initiatorName ?? '', MAX_NAME_LENGTH);
  const listener = toSingleLine(listenerName ?? '', MAX_NAME_LENGTH);
  return initiator && listener ? `${initiator} to ${listener}` : '';
}

/**
 * Returns the label that applies: the one a person typed; otherwise the one last sent for the same two access points,
 * so that a repeat is the same request even before their names load; otherwise the suggested one.
 */
export function effectiveLabel(
  { label, attempt, initiatorId, listenerId }: Draft,
  suggested: string,
): string {
  if (label !== null) return label;
  const wasSentBefore =
    attempt?.initiatorAccessPointId === initiatorId && attempt.listenerAccessPointId === listenerId;
  return (wasSentBefore ? attempt?.label : null) ?? suggested;
}
