import type { TunnelPlan } from '../../../domain/tunnel/prefillLink.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { checkDraft } from './parseDraft.ts';
import { firstWrongStep, namedStep, type Step } from './steps.ts';

/**
 * The plan a draft makes: what a link to share or a preset holds.
 *
 * @param label the label that counts
 */
export function planOfDraft(
  { initiatorId, listenerId, lifetime, restartable }: Draft,
  label: string,
): TunnelPlan {
  return { initiatorId, listenerId, label, lifetime, restartable };
}

/**
 * The draft after a link: one that names both sides is a whole plan and begins anew; one that names less is
 * added to what is there, so that "use as initiator" here and "use as listener" there make one tunnel.
 */
export function applyPrefill(draft: Draft, prefill: Partial<TunnelPlan>): Draft {
  const isWholePlan = prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
  const base = isWholePlan ? { ...EMPTY_DRAFT, attempt: draft.attempt } : draft;
  return { ...base, resume: false, ...prefill };
}

/** Where a link leads: where it says, else to what is missing or wrong, else to the review of a whole plan. */
export function landingStep(parameters: URLSearchParams, draft: Draft, prefill: Partial<TunnelPlan>): Step {
  const named = namedStep(parameters);
  if (named) return named;
  const isWholePlan = prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
  return firstWrongStep(checkDraft(draft)) ?? (isWholePlan ? 'review' : 'settings');
}
