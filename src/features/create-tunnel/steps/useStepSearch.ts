import { useSearchParams } from 'react-router';
import type { Step } from '../draft/steps.ts';
import { stepSearch } from '../draft/wizardUrl.ts';

/** Returns a function that gives the query of a step's address, for links. */
export function useStepSearch(): (step: Step) => string {
  const [query] = useSearchParams();
  return (step) => stepSearch(query, step);
}
