// Stands in for the person at the instrument, who starts its program with the address of each new tunnel.
import { setTimeout as delay } from 'node:timers/promises';
import { streamFrames } from './instrument.mjs';

/** @typedef {import('../../sandbox/world/tunnels/tunnel.ts').Tunnel} Tunnel */

const LOOKUP_MS = 500;

/**
 * Streams through the tunnel to the analysis while there is one, then through the next.
 *
 * @param {ReadonlyMap<string, Tunnel>} tunnels the tunnels of the sandbox, read anew before each connection
 * @param {import('./instrument.mjs').Instrument} instrument
 * @param {{ listenerPort: number, exposureMs: number, signal: AbortSignal, print: (line: string) => void }} options
 *   the port where the analysis listens, the time that each frame takes, and what ends the example
 */
export async function streamThroughTunnels(tunnels, instrument, { listenerPort, exposureMs, signal, print }) {
  while (!signal.aborted) {
    const address = initiatorAddress(tunnels, listenerPort);
    if (address) {
      print(`The instrument connects to ${address.host}:${address.port}.`);
      const { frames, reason } = await streamFrames(instrument, address, { exposureMs, signal });
      if (signal.aborted) return;
      print(`The stream ended after ${frames} ${frames === 1 ? 'frame' : 'frames'}: ${reason}.`);
      print(`Waiting for an active tunnel to port ${listenerPort}.`);
    }
    await delay(LOOKUP_MS, undefined, { signal }).catch(() => {});
  }
}

/**
 * Returns the initiator address of the newest active tunnel to a port of this machine.
 *
 * @param {ReadonlyMap<string, Tunnel>} tunnels
 * @param {number} listenerPort
 */
function initiatorAddress(tunnels, listenerPort) {
  const tunnel = [...tunnels.values()].findLast(
    ({ state, forwardsTraffic, listenerPort: port }) =>
      state === 'ACTIVE' && forwardsTraffic && port === listenerPort,
  );
  if (!tunnel?.initiatorIpAddress || !tunnel.initiatorPort) return undefined;
  return { host: tunnel.initiatorIpAddress, port: tunnel.initiatorPort };
}
