import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What a host knows about a tunnel.
 *
 * @typedef {object} Configuration
 * @property {'initiator' | 'listener'} side
 * @property {{ host: string, port: number } | null} contact where the initiator's side accepts connections; null at the
 *   listener, and before the tunnel is active
 * @property {{ id: string, secret: string, gcsManagerUrl: string, endpointId: string } | null} lanSecret
 */

/** @param {string} tunnelId */
const pathOf = (tunnelId) => join(homedir(), '.globus', 'streams', `${tunnelId}.conf`);

/** @param {string} tunnelId */
export const hasConfiguration = (tunnelId) => existsSync(pathOf(tunnelId));

/**
 * Returns a tunnel's configuration on this host, or null if there is none.
 *
 * @param {string} tunnelId
 * @returns {Configuration | null}
 */
export function readConfiguration(tunnelId) {
  return hasConfiguration(tunnelId) ? JSON.parse(readFileSync(pathOf(tunnelId), 'utf8')) : null;
}

/**
 * Writes a tunnel's configuration, which only its owner can read because it holds a secret.
 *
 * @param {string} tunnelId
 * @param {Configuration} configuration
 */
export function writeConfiguration(tunnelId, configuration) {
  mkdirSync(join(homedir(), '.globus', 'streams'), { recursive: true, mode: 0o700 });
  writeFileSync(pathOf(tunnelId), `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(pathOf(tunnelId), 0o600);
}

/** @param {string} tunnelId */
export function removeConfiguration(tunnelId) {
  rmSync(pathOf(tunnelId), { force: true });
}
