import { useSearchParams } from 'react-router';
import { readPlan } from '../../domain/tunnel/prefillLink.ts';
import { readStep } from './draft/steps.ts';
import { TakePrefill } from './TakePrefill.tsx';
import { Wizard } from './Wizard.tsx';

/** Makes a tunnel in four steps, from nothing or from what a link asks for. */
export function CreateTunnelPage() {
  const [parameters] = useSearchParams();
  const prefill = readPlan(parameters);
  if (prefill) return <TakePrefill parameters={parameters} prefill={prefill} />;
  return <Wizard step={readStep(parameters)} />;
}
