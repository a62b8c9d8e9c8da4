import { useSearchParams } from 'react-router';
import { parsePrefill } from '../../domain/tunnel/prefillLink.ts';
import { readStep } from './draft/steps.ts';
import { PrefillRedirect } from './PrefillRedirect.tsx';
import { Wizard } from './Wizard.tsx';

/** Makes a tunnel in four steps, from nothing or from what a link asks for. */
export function CreateTunnelPage() {
  const [parameters] = useSearchParams();
  const prefill = parsePrefill(parameters);
  if (prefill) return <PrefillRedirect parameters={parameters} prefill={prefill} />;
  return <Wizard step={readStep(parameters)} />;
}
