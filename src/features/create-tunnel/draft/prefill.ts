import type { TunnelPrefill } from '../../../domain/tunnel/prefillLink.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { parseDraft } from './parseDraft.ts';
import { firstInvalidStep, type Step } from './steps.ts';

/**
 * Returns the settings of a draft that a link or a preset contains.
 *
 * @param label the label that applies, see `effectiveLabel`
 */
export function draftToPrefill(
  { initiatorId, listenerId, lifetime, restartable }: Draft,
  label: string,
): TunnelPrefill {
  return { initiatorId, listenerId, label, lifetime, restartable };
}

/**
 * Applies a link to the draft. A link with both access points starts a new draft. A link with fewer settings adds to
 * the draft, so that "Use as initiator" on one page and "Use as listener" on another fill in the same tunnel.
 */
export function applyPrefill(draft: Draft, prefill: Partial<TunnelPrefill>): Draft {
  // The last request stays, so that the same settings are sent under the same submission ID.
  const base = hasBothSides(prefill) ? { ...EMPTY_DRAFT, attempt: draft.attempt } : draft;
  return { ...base, resume: false, ...prefill };
}

/** Returns the first step that is incomplete after a link was applied; if none is, the review or the settings. */
export function stepAfterPrefill(draft: Draft, prefill: Partial<TunnelPrefill>): Step {
  const { errors } = parseDraft(draft, draft.label ?? '');
  return firstInvalidStep(errors) ?? (hasBothSides(prefill) ? 'review' : 'settings');
}

function hasBothSides(prefill: Partial<TunnelPrefill>): boolean {
  return prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
}
