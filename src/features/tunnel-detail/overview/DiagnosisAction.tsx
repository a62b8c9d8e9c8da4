import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import type { NextStep } from '../../../domain/diagnosis/rule.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** Renders a next step of the diagnosis as a button or a link. */
export function DiagnosisAction({
  step,
  tunnel,
  onRefresh,
  onShowListenerForm,
}: {
  step: NextStep & { kind: 'action' };
  tunnel: Tunnel;
  onRefresh: () => unknown;
  onShowListenerForm: () => void;
}) {
  if (step.action === 'refresh' || step.action === 'set-listener') {
    const onClick = step.action === 'refresh' ? onRefresh : onShowListenerForm;
    return (
      <button type="button" className="button" onClick={() => onClick()}>
        {step.text}
      </button>
    );
  }
  const to = {
    recreate: routePaths.duplicateTunnel(tunnel),
    events: routePaths.tunnelEvents(tunnel.id),
    bundle: '?ask=bundle',
  }[step.action];
  return (
    <Link className="button" to={to}>
      {step.text}
    </Link>
  );
}
