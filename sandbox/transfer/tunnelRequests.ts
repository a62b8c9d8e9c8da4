import type { ListenerContact } from '../world/tunnels/tunnel.ts';
import type { ValidationIssue } from './errors.ts';
import { ValidationError } from './errors.ts';
import type { FieldCheck, FieldPath } from './fieldChecks.ts';
import {
  addMissingIssue,
  addRuleIssue,
  checkBoolean,
  checkInteger,
  checkIpAddress,
  checkLiteral,
  checkObject,
  checkString,
  checkUuid,
  optionalField,
} from './fieldChecks.ts';

/** Choices of the sandbox: the contract names no limits. */
const LONGEST_LABEL = 128;
const LONGEST_LIFETIME_MINS = 7 * 24 * 60;
const DEFAULT_LIFETIME_MINS = 360;

export interface CreateTunnelRequest {
  submissionId: string;
  label: string | null;
  lifetimeMins: number;
  restartable: boolean;
  listener: ListenerContact | undefined;
  initiatorAccessPointId: string;
  listenerAccessPointId: string;
}

/** What a PATCH asks for; undefined is "leave it". */
export interface UpdateTunnelRequest {
  label: string | null | undefined;
  listener: ListenerContact | undefined;
  stop: boolean;
}

interface Place {
  loc: FieldPath;
  findings: ValidationIssue[];
}

/** Reads the body of POST /v2/tunnels; throws every finding at once. */
export function parseCreateTunnelRequest(body: unknown): CreateTunnelRequest {
  const findings: ValidationIssue[] = [];
  const data = readResource(body, findings);
  const at = { loc: ['body', 'data', 'attributes'], findings };
  const attributes = data && required(data, 'attributes', { loc: ['body', 'data'], findings }, checkObject);
  const relationships =
    data && required(data, 'relationships', { loc: ['body', 'data'], findings }, checkObject);
  const submissionId = attributes && required(attributes, 'submission_id', at, checkUuid);
  const ends = relationships && {
    listener: readEnd(relationships, 'listener', findings),
    initiator: readEnd(relationships, 'initiator', findings),
  };
  const facts = attributes && {
    label: optionalField(attributes, 'label', at, checkString(LONGEST_LABEL), null),
    lifetimeMins: optionalField(
      attributes,
      'lifetime_mins',
      at,
      checkInteger(1, LONGEST_LIFETIME_MINS),
      DEFAULT_LIFETIME_MINS,
    ),
    restartable: readRestartable(attributes, at),
    listener: readListener(attributes, at),
  };
  if (findings.length > 0 || !facts || submissionId === undefined || !ends?.initiator || !ends.listener) {
    throw new ValidationError(findings);
  }
  return {
    ...facts,
    submissionId,
    initiatorAccessPointId: ends.initiator,
    listenerAccessPointId: ends.listener,
  };
}

/** Reads the body of PATCH /v2/tunnels/ID; attributes that cannot be set are ignored. */
export function parseUpdateTunnelRequest(body: unknown): UpdateTunnelRequest {
  const findings: ValidationIssue[] = [];
  const data = readResource(body, findings);
  const at = { loc: ['body', 'data', 'attributes'], findings };
  const attributes = data && required(data, 'attributes', { loc: ['body', 'data'], findings }, checkObject);
  const change = attributes && {
    label:
      attributes.label === undefined
        ? undefined
        : optionalField(attributes, 'label', at, checkString(LONGEST_LABEL), null),
    listener: readListener(attributes, at),
    stop: optionalField(attributes, 'state', at, checkLiteral('STOPPING'), undefined) !== undefined,
  };
  if (findings.length > 0 || !change) throw new ValidationError(findings);
  return change;
}

function required<T>(
  source: Record<string, unknown>,
  name: string,
  at: Place,
  check: FieldCheck<T>,
): T | undefined {
  const loc = [...at.loc, name];
  if (source[name] === undefined) return addMissingIssue(at.findings, loc, source);
  return check(source[name], loc, at.findings);
}

/** `type` may be left out, as the JavaScript SDK does when it starts and stops. */
function readResource(body: unknown, findings: ValidationIssue[]): Record<string, unknown> | undefined {
  const document = checkObject(body, ['body'], findings);
  const data = document && required(document, 'data', { loc: ['body'], findings }, checkObject);
  if (data?.type !== undefined) checkLiteral('Tunnel')(data.type, ['body', 'data', 'type'], findings);
  return data;
}

function readEnd(
  relationships: Record<string, unknown>,
  name: string,
  findings: ValidationIssue[],
): string | undefined {
  const loc = ['body', 'data', 'relationships'];
  const relationship = required(relationships, name, { loc, findings }, checkObject);
  const at = { loc: [...loc, name], findings };
  const data = relationship && required(relationship, 'data', at, checkObject);
  if (!data) return undefined;
  const below = { loc: [...at.loc, 'data'], findings };
  if (data.type !== undefined) checkLiteral('StreamAccessPoint')(data.type, [...below.loc, 'type'], findings);
  return required(data, 'id', below, checkUuid);
}

/** Unlike the others this attribute has a default and may not be null. */
function readRestartable(attributes: Record<string, unknown>, { loc, findings }: Place): boolean {
  const value = attributes.restartable;
  return value === undefined ? false : (checkBoolean(value, [...loc, 'restartable'], findings) ?? false);
}

function readListener(attributes: Record<string, unknown>, at: Place): ListenerContact | undefined {
  const before = at.findings.length;
  const ipAddress = optionalField(attributes, 'listener_ip_address', at, checkIpAddress, undefined);
  const port = optionalField(attributes, 'listener_port', at, checkInteger(1, 65_535), undefined);
  if (at.findings.length > before) return undefined;
  if (ipAddress !== undefined && port !== undefined) return { ipAddress, port };
  const missing = ipAddress === undefined ? 'listener_ip_address' : 'listener_port';
  if (ipAddress !== undefined || port !== undefined) {
    addRuleIssue(
      at.findings,
      [...at.loc, missing],
      'listener_ip_address and listener_port must be given together',
      null,
    );
  }
  return undefined;
}
