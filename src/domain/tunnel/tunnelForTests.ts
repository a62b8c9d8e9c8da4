import { parseTunnelState } from './state.ts';
import type { Tunnel } from './tunnel.ts';

/** Returns a tunnel that is active and has both access points, with some of it changed. */
export function tunnelForTests(change: Partial<Tunnel>): Tunnel {
  const stateText = change.stateText ?? change.state ?? 'ACTIVE';
  return {
    id: 'a0000000-0000-4000-8000-000000000001',
    label: null,
    state: parseTunnelState(stateText),
    stateText,
    status: '',
    createdAtMs: 0,
    lifetimeMinutes: 360,
    restartable: false,
    listenerContact: null,
    initiatorContact: null,
    initiatorAccessPointId: 'sap-1',
    listenerAccessPointId: 'sap-2',
    ownerId: null,
    submissionId: null,
    ...change,
  };
}
