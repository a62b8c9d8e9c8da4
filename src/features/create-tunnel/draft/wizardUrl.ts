import {
  PREFILL_PARAMETERS,
  parsePrefill,
  prefillQuery,
  type TunnelPrefill,
} from '../../../domain/tunnel/prefillLink.ts';
import type { UrlState } from '../../../ui/useUrlState.ts';
import { STEPS, type Step } from './steps.ts';

/** What the wizard's address says. */
interface WizardUrl {
  /** Null when the address names no step, or one that doesn't exist. */
  step: Step | null;
  /** The settings of a link; null when the address has none. */
  prefill: Partial<TunnelPrefill> | null;
}

/** Keeps the wizard's step, and the settings of a link, in the address. */
export const wizardUrl: UrlState<WizardUrl> = {
  read: (query) => ({
    step: STEPS.find((step) => step === query.get('step')) ?? null,
    prefill: parsePrefill(query),
  }),
  write: ({ step, prefill }, query) => {
    for (const name of ['step', ...PREFILL_PARAMETERS]) query.delete(name);
    if (step) query.set('step', step);
    for (const [name, value] of new URLSearchParams(prefillQuery(prefill ?? {}))) query.set(name, value);
  },
};

/** Returns the query of a step's address. Parameters that don't belong to the wizard stay. */
export function stepSearch(query: URLSearchParams, step: Step): string {
  const next = new URLSearchParams(query);
  wizardUrl.write({ step, prefill: null }, next);
  return `?${next}`;
}
