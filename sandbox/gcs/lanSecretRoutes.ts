import type { Context } from 'hono';
import { Hono } from 'hono';
import { type AdmittedIdentity, policyVerdict } from '../world/policy/policyVerdict.ts';
import type { AccessPoint } from '../world/sites.ts';
import type { LanSecret } from '../world/tunnels/lanSecrets.ts';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import {
  type InputError,
  idNotInIdentitySet,
  invalidInput,
  invalidUser,
  limitExceeded,
  notFound,
  notResourceOwner,
  policyError,
} from './gcsErrors.ts';
import { readDocument } from './inputDocument.ts';
import { sendResult } from './results.ts';

const MAX_EXPIRES_IN_MINS = 7 * 24 * 60;
const DEFAULT_EXPIRES_IN_MINS = 60;
const MAX_SECRETS_OF_A_TUNNEL = 100;

/**
 * Routes for LAN secrets, with which an application on a site's own network joins a tunnel. The response that creates a
 * secret is the only one that contains it.
 */
export function lanSecretRoutes({ world }: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();

  app.post('/lan_secrets', async (c) => {
    const { endpoint, caller } = c.var;
    const request = readRequest(await readDocument(c, ['lan_secret_create#1.0.0']));
    const accessPoint = findSide(c, request);
    const now = world.clock.now();
    const verdict = policyVerdict(accessPoint, caller, now);
    if (verdict.kind !== 'admitted') throw policyError(verdict);
    if (request.identityId !== undefined && !caller.identityIds.includes(request.identityId))
      throw idNotInIdentitySet(request.identityId);
    const { identityId, username } = pickIdentity(verdict.identities, request);
    if (world.lanSecrets.countOf(request.tunnelId, now) >= MAX_SECRETS_OF_A_TUNNEL)
      throw limitExceeded('LAN secrets for this tunnel');
    const secret = world.lanSecrets.issue({
      endpointId: endpoint.id,
      accessPointId: accessPoint.id,
      tunnelId: request.tunnelId,
      identityId,
      username,
      expiresAt: now + request.expiresInMins * 60_000,
    });
    return sendResult(c, [secretDocument(secret)], { status: 201 });
  });

  app.delete('/lan_secrets/:id', (c) => {
    const secret = world.lanSecrets.find(c.req.param('id'), c.var.endpoint.id, world.clock.now());
    if (!secret) throw notFound('LAN secret');
    if (!c.var.caller.identityIds.includes(secret.identityId)) throw notResourceOwner(secret.identityId);
    world.lanSecrets.remove(secret.id);
    return sendResult(c, []);
  });

  /** Returns the access point, which must be on this endpoint and a side of a tunnel that the caller can see. */
  function findSide(c: Context<GcsEnv>, { accessPointId, tunnelId }: LanSecretRequest): AccessPoint {
    const accessPoint = world.sites.accessPoint(accessPointId);
    const tunnel = world.tunnels.get(tunnelId);
    const isSide = [tunnel?.initiatorAccessPointId, tunnel?.listenerAccessPointId].includes(accessPointId);
    const isHere = accessPoint?.endpointId === c.var.endpoint.id;
    const isVisible = tunnel && world.isVisible(tunnel, c.var.caller.identityIds);
    if (!accessPoint || !isHere || !isSide || !isVisible) throw notFound('tunnel or access point');
    return accessPoint;
  }
  return app;
}

interface LanSecretRequest {
  accessPointId: string;
  tunnelId: string;
  expiresInMins: number;
  identityId: string | undefined;
  username: string | undefined;
}

/** @throws GcsError 422 with everything that is wrong */
function readRequest(document: Record<string, unknown>): LanSecretRequest {
  const errors: InputError[] = [];
  const read = <T>(property: string, isValid: (value: unknown) => value is T, message: string) => {
    const value = document[property] ?? undefined;
    if (value === undefined || isValid(value)) return value;
    errors.push({ property, message });
    return undefined;
  };
  const required = (property: string): string => {
    const value = read(property, isText, 'Not a valid string.');
    if ((document[property] ?? undefined) === undefined)
      errors.push({ property, message: 'Missing data for required field.' });
    return value ?? '';
  };
  const request = {
    accessPointId: required('stream_access_point_id'),
    tunnelId: required('tunnel_id'),
    expiresInMins:
      read('expires_in_mins', isMinutes, `Not a whole number from 1 to ${MAX_EXPIRES_IN_MINS}.`) ??
      DEFAULT_EXPIRES_IN_MINS,
    identityId: read('identity_id', isText, 'Not a valid string.'),
    username: read('username', isText, 'Not a valid string.'),
  };
  if (errors.length > 0) throw invalidInput(errors);
  return request;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isMinutes = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_EXPIRES_IN_MINS;

/** Returns the identity that the secret will belong to: the requested one, otherwise the first that is admitted. */
function pickIdentity(
  admitted: readonly AdmittedIdentity[],
  { identityId, username }: LanSecretRequest,
): AdmittedIdentity {
  const found = admitted.find(
    (one) =>
      (identityId === undefined || one.identityId === identityId) &&
      (username === undefined || one.username === username),
  );
  if (found) return found;
  throw invalidUser(422, username === undefined ? [] : [username]);
}

function secretDocument(secret: LanSecret): object {
  return {
    DATA_TYPE: 'lan_secret#1.0.0',
    id: secret.id,
    secret: secret.secret,
    expires: Math.floor(secret.expiresAt / 1000),
    identity_id: secret.identityId,
    username: secret.username,
    tunnel_id: secret.tunnelId,
    stream_access_point_id: secret.accessPointId,
  };
}
