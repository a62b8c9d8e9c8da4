import { useUrlState } from '../../ui/useUrlState.ts';
import { wizardUrl } from './draft/wizardUrl.ts';
import { PrefillRedirect } from './PrefillRedirect.tsx';
import { Wizard } from './Wizard.tsx';

/** Creates a tunnel in four steps, starting empty or from the settings in a link. */
export function CreateTunnelPage() {
  const [{ step, prefill }] = useUrlState(wizardUrl);
  return prefill ? <PrefillRedirect prefill={prefill} /> : <Wizard step={step ?? 'initiator'} />;
}
