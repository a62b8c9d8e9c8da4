import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { firstWrongStep, namedStep, type Step } from './steps.ts';
import { checkDraft } from './toTunnelRequest.ts';

// The parameters of a link to this wizard: /tunnels/new?initiator=ID&listener=ID&label=TEXT&lifetime=MINUTES&
// restartable=true. Links are pasted into documentation and kept for years: never rename one.

/** What a link asks for, as it stands there, right or wrong; null when the address asks for nothing. */
export function readPrefill(parameters: URLSearchParams): Partial<Draft> | null {
  const initiator = parameters.get('initiator');
  const listener = parameters.get('listener');
  const label = parameters.get('label');
  const lifetime = parameters.get('lifetime');
  const restartable = parameters.get('restartable');
  const prefill: Partial<Draft> = {
    ...(initiator !== null && { initiatorId: initiator.trim().toLowerCase() }),
    ...(listener !== null && { listenerId: listener.trim().toLowerCase() }),
    ...(label !== null && { label }),
    ...(lifetime !== null && { lifetime: lifetime.trim() }),
    ...(restartable !== null && { restartable: /^(true|1|yes)$/i.test(restartable) }),
  };
  return Object.keys(prefill).length > 0 ? prefill : null;
}

/**
 * The query of a link that asks for the same tunnel. The listener's contact is left out: it is one person's
 * program on one host.
 *
 * @param label the label that counts
 */
export function prefillSearch(draft: Draft, label: string): string {
  const parameters = new URLSearchParams();
  if (draft.initiatorId) parameters.set('initiator', draft.initiatorId);
  if (draft.listenerId) parameters.set('listener', draft.listenerId);
  parameters.set('label', label);
  parameters.set('lifetime', draft.lifetime.trim());
  parameters.set('restartable', String(draft.restartable));
  return `?${parameters}`;
}

/**
 * The draft after a link: one that names both sides is a whole plan and begins anew; one that names less is
 * added to what is there, so that "use as initiator" here and "use as listener" there make one tunnel.
 */
export function applyPrefill(draft: Draft, prefill: Partial<Draft>): Draft {
  const isWholePlan = prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
  const base = isWholePlan ? { ...EMPTY_DRAFT, attempt: draft.attempt } : draft;
  return { ...base, resume: false, ...prefill };
}

/** Where a link leads: where it says, else to what is missing or wrong, else to the review of a whole plan. */
export function landingStep(parameters: URLSearchParams, draft: Draft, prefill: Partial<Draft>): Step {
  const named = namedStep(parameters);
  if (named) return named;
  const isWholePlan = prefill.initiatorId !== undefined && prefill.listenerId !== undefined;
  return firstWrongStep(checkDraft(draft)) ?? (isWholePlan ? 'review' : 'settings');
}
