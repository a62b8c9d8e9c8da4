import type { Tunnel } from './tunnel.ts';

/** The answers a tunnel form starts with, not validated yet: from a link, a preset or another tunnel. */
export interface TunnelPrefill {
  /** IDs of access points. */
  initiatorId: string;
  listenerId: string;
  label: string;
  /** Minutes. */
  lifetime: string;
  restartable: boolean;
}

/** The parameters of a link to the wizard. */
export const PREFILL_PARAMETERS = ['initiator', 'listener', 'label', 'lifetime', 'restartable'] as const;

/**
 * Writes the query of a link to the form: /tunnels/new?initiator=ID&listener=ID&label=TEXT&lifetime=MINUTES&
 * restartable=true. Links are pasted into documentation and used for years: never rename a parameter. The listener
 * address is left out, because it belongs to one program on one host.
 */
export function prefillQuery(prefill: Partial<TunnelPrefill>): string {
  const parameters = new URLSearchParams();
  if (prefill.initiatorId) parameters.set('initiator', prefill.initiatorId);
  if (prefill.listenerId) parameters.set('listener', prefill.listenerId);
  if (prefill.label !== undefined) parameters.set('label', prefill.label);
  if (prefill.lifetime !== undefined) parameters.set('lifetime', prefill.lifetime.trim());
  if (prefill.restartable !== undefined) parameters.set('restartable', String(prefill.restartable));
  return String(parameters);
}

/** Reads the answers from a link without validating them; null if the link has none. */
export function parsePrefill(parameters: URLSearchParams): Partial<TunnelPrefill> | null {
  const initiator = parameters.get('initiator');
  const listener = parameters.get('listener');
  const label = parameters.get('label');
  const lifetime = parameters.get('lifetime');
  const restartable = parameters.get('restartable');
  const prefill: Partial<TunnelPrefill> = {
    ...(initiator !== null && { initiatorId: initiator.trim() }),
    ...(listener !== null && { listenerId: listener.trim() }),
    ...(label !== null && { label }),
    ...(lifetime !== null && { lifetime: lifetime.trim() }),
    ...(restartable !== null && { restartable: /^(true|1|yes)$/i.test(restartable) }),
  };
  return Object.keys(prefill).length > 0 ? prefill : null;
}

/** What a duplicate of a tunnel has in common with it. */
export type TunnelSettings = Pick<
  Tunnel,
  'initiatorAccessPointId' | 'listenerAccessPointId' | 'label' | 'lifetimeMinutes' | 'restartable'
>;

/** Returns the answers that duplicate a tunnel, as far as Globus reports its settings. */
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
