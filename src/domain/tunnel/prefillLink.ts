import type { Tunnel } from './tunnel.ts';

/** What one wants a tunnel to be, as texts that may still be wrong: from a link, a preset or another tunnel. */
export interface TunnelPrefill {
  /** Access points' ids. */
  initiatorId: string;
  listenerId: string;
  label: string;
  /** Minutes. */
  lifetime: string;
  restartable: boolean;
}

/**
 * The query of a link to the wizard: /tunnels/new?initiator=ID&listener=ID&label=TEXT&lifetime=MINUTES&
 * restartable=true. Links are pasted into documentation and kept for years: never rename a parameter. The
 * listener's contact is left out: it is one person's program on one host.
 */
export function prefillQuery(plan: Partial<TunnelPrefill>): string {
  const parameters = new URLSearchParams();
  if (plan.initiatorId) parameters.set('initiator', plan.initiatorId);
  if (plan.listenerId) parameters.set('listener', plan.listenerId);
  if (plan.label !== undefined) parameters.set('label', plan.label);
  if (plan.lifetime !== undefined) parameters.set('lifetime', plan.lifetime.trim());
  if (plan.restartable !== undefined) parameters.set('restartable', String(plan.restartable));
  return String(parameters);
}

/** What a link asks for, as it stands there, right or wrong; null when the address asks for nothing. */
export function parsePrefill(parameters: URLSearchParams): Partial<TunnelPrefill> | null {
  const initiator = parameters.get('initiator');
  const listener = parameters.get('listener');
  const label = parameters.get('label');
  const lifetime = parameters.get('lifetime');
  const restartable = parameters.get('restartable');
  const plan: Partial<TunnelPrefill> = {
    ...(initiator !== null && { initiatorId: initiator.trim() }),
    ...(listener !== null && { listenerId: listener.trim() }),
    ...(label !== null && { label }),
    ...(lifetime !== null && { lifetime: lifetime.trim() }),
    ...(restartable !== null && { restartable: /^(true|1|yes)$/i.test(restartable) }),
  };
  return Object.keys(plan).length > 0 ? plan : null;
}

/** The part of a tunnel that makes another one like it. */
export type TunnelSettings = Pick<
  Tunnel,
  'initiatorAccessPointId' | 'listenerAccessPointId' | 'label' | 'lifetimeMinutes' | 'restartable'
>;

/** The plan of a tunnel like another one, as far as Globus tells what that was made of. */
export function prefillFromTunnel(tunnel: TunnelSettings): Partial<TunnelPrefill> {
  const { initiatorAccessPointId, listenerAccessPointId, label, lifetimeMinutes, restartable } = tunnel;
  return {
    ...(initiatorAccessPointId !== null && { initiatorId: initiatorAccessPointId }),
    ...(listenerAccessPointId !== null && { listenerId: listenerAccessPointId }),
    ...(label !== null && { label }),
    ...(lifetimeMinutes !== null && { lifetime: String(lifetimeMinutes) }),
    restartable,
  };
}
