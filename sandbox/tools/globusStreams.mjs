// A stand-in for the `globus-streams` command, for hosts that belong to the sandbox. See README.md.
import { parseArgs } from 'node:util';
import {
  hasConfiguration,
  readConfiguration,
  removeConfiguration,
  writeConfiguration,
} from './configuration.mjs';
import { call, signIn, ToolError, transferUrl } from './services.mjs';

const USAGE = `Usage: globus-streams environment initialize [--force] [--listener-contact-string HOST:PORT] TUNNEL_ID
       globus-streams environment update --listener-contact-string HOST:PORT TUNNEL_ID
       globus-streams environment contact-lookup TUNNEL_ID
       globus-streams environment cleanup TUNNEL_ID`;

/** @param {string} line */
const print = (line) => void process.stdout.write(`${line}\n`);

/**
 * @typedef {object} Session Transfer, signed in
 * @property {(path: string, request?: { method?: string, body?: object }) => Promise<any>} transfer
 */

/** @returns {Promise<Session>} */
async function openSession() {
  const [base, token] = [await transferUrl(), await signIn()];
  return { transfer: (path, request) => call(`${base}${path}`, { ...request, token }) };
}

/**
 * @param {Session} session
 * @param {string} tunnelId
 * @param {string} contact
 */
async function setListenerAddress({ transfer }, tunnelId, contact) {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(contact) ?? [];
  if (port === undefined) throw new ToolError(`Not a contact string: ${contact}. Use HOST:PORT.`);
  const attributes = { listener_ip_address: bracketed ?? plain, listener_port: Number(port) };
  const body = { data: { type: 'Tunnel', id: tunnelId, attributes } };
  await transfer(`/v2/tunnels/${tunnelId}`, { method: 'PATCH', body });
}

/**
 * Creates a LAN secret at the endpoint of one side.
 *
 * @param {Session} session
 * @param {any} tunnel
 * @param {'initiator' | 'listener'} side
 * @returns {Promise<NonNullable<import('./configuration.mjs').Configuration['lanSecret']>>}
 */
async function createLanSecret({ transfer }, tunnel, side) {
  const accessPointId = tunnel.relationships[side].data.id;
  const accessPoint = (await transfer(`/v2/stream_access_points/${accessPointId}`)).data;
  const endpointId = accessPoint.relationships.host_endpoint.data.id;
  const gcsManagerUrl = (await transfer(`/v0.10/endpoint/${endpointId}`)).gcs_manager_url;
  const body = {
    DATA_TYPE: 'lan_secret_create#1.0.0',
    tunnel_id: tunnel.id,
    stream_access_point_id: accessPointId,
  };
  const token = await signIn(endpointId);
  const { data } = await call(`${gcsManagerUrl}/api/lan_secrets`, { method: 'POST', body, token });
  return { id: data[0].id, secret: data[0].secret, gcsManagerUrl, endpointId };
}

/** @param {any} tunnel */
function contactOf({ attributes: { state, initiator_ip_address: host, initiator_port: port } }) {
  return state === 'ACTIVE' && host && port ? { host, port } : null;
}

/**
 * @param {string} tunnelId
 * @param {{ 'listener-contact-string'?: string, force?: boolean }} options
 */
async function initialize(tunnelId, { 'listener-contact-string': listenerContact, force }) {
  const session = await openSession();
  const side = listenerContact === undefined ? 'initiator' : 'listener';
  if (listenerContact !== undefined) await setListenerAddress(session, tunnelId, listenerContact);
  const tunnel = (await session.transfer(`/v2/tunnels/${tunnelId}`)).data;
  // Like the real tool, only after the address has changed at Globus.
  if (hasConfiguration(tunnelId) && !force) {
    throw new ToolError('Configuration exists. Use --force to overwrite it.');
  }
  const lanSecret = await createLanSecret(session, tunnel, side).catch(() => null);
  if (!lanSecret) print('The LAN connection for this tunnel is not secured');
  const contact = side === 'initiator' ? contactOf(tunnel) : null;
  writeConfiguration(tunnelId, { side, contact, lanSecret });
  if (contact) print(`Your contact string is: globus.${tunnelId}:${contact.port}`);
}

/**
 * @param {string} tunnelId
 * @param {{ 'listener-contact-string'?: string }} options
 */
async function update(tunnelId, { 'listener-contact-string': listenerContact }) {
  if (listenerContact === undefined) throw new ToolError(USAGE);
  await setListenerAddress(await openSession(), tunnelId, listenerContact);
}

/** @param {string} tunnelId */
async function lookUpContact(tunnelId) {
  const { transfer } = await openSession();
  const contact = contactOf((await transfer(`/v2/tunnels/${tunnelId}`)).data);
  if (!contact) throw new ToolError('The tunnel is not active, so it has no contact string.');
  print(`Your contact string is: globus.${tunnelId}:${contact.port}`);
}

/** @param {string} tunnelId */
async function cleanUp(tunnelId) {
  const lanSecret = readConfiguration(tunnelId)?.lanSecret;
  if (lanSecret) {
    const token = await signIn(lanSecret.endpointId);
    const url = `${lanSecret.gcsManagerUrl}/api/lan_secrets/${lanSecret.id}`;
    // The secret may have expired, or ended with the tunnel.
    await call(url, { method: 'DELETE', token }).catch(() => {});
  }
  removeConfiguration(tunnelId);
}

const COMMANDS = { initialize, update, 'contact-lookup': lookUpContact, cleanup: cleanUp };

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'listener-contact-string': { type: 'string' }, force: { type: 'boolean' } },
  });
  const [group, name = '', tunnelId, ...rest] = positionals;
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (group !== 'environment' || !command || !/^[\w-]+$/.test(tunnelId ?? '') || rest.length > 0) {
    throw new ToolError(USAGE);
  }
  await command(tunnelId ?? '', values);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
