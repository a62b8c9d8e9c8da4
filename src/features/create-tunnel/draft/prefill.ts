import type { TunnelPrefill } from '../../../domain/tunnel/prefillLink.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { checkDraft } from './parseDraft.ts';
import { firstInvalidStep, requestedStep, type Step } from './steps.ts';

/**
 * The plan a draft makes: what a link to share or a preset holds.
 *
 * @param label the label that counts
 */
export function draftToPrefill(
  { initiatorId, listenerId, lifetime, restartable }: Draft,
  label: string,
): TunnelPrefill {
  return { initiatorId, listenerId, label, lifetime, restartable };
}

/**
 * The draft after a link: one that names both sides is a whole plan and begins anew; one that names less is
 * added to what is there, so that "use as initiator" here and "use as listener" there make one tunnel.
 */
export function applyPrefill(draft: Draft, prefill: Partial<TunnelPrefill>): Draft {
  const isWholePlan = prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
  const base = isWholePlan ? { ...EMPTY_DRAFT, attempt: draft.attempt } : draft;
  return { ...base, resume: false, ...prefill };
}

/** Where a link leads: where it says, else to what is missing or wrong, else to the review of a whole plan. */
export function stepAfterPrefill(
  parameters: URLSearchParams,
  draft: Draft,
  prefill: Partial<TunnelPrefill>,
): Step {
  const named = requestedStep(parameters);
  if (named) return named;
  const isWholePlan = prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
  return firstInvalidStep(checkDraft(draft)) ?? (isWholePlan ? 'review' : 'settings');
}
