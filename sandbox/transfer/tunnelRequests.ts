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

/** These limits are the sandbox's own. Globus documents none. */
const MAX_LABEL_LENGTH = 128;
const MAX_LIFETIME_MINS = 7 * 24 * 60;
const DEFAULT_LIFETIME_MINS = 360;

/** A parsed POST request. */
export interface CreateTunnelRequest {
  submissionId: string;
  label: string | null;
  lifetimeMins: number;
  restartable: boolean;
  listener: ListenerContact | undefined;
  initiatorAccessPointId: string;
  listenerAccessPointId: string;
}

/** The changes of a PATCH request. Undefined fields stay unchanged. */
export interface UpdateTunnelRequest {
  label: string | null | undefined;
  listener: ListenerContact | undefined;
  stop: boolean;
}

interface IssueContext {
  loc: FieldPath;
  issues: ValidationIssue[];
}

/**
 * Parses the body of POST /v2/tunnels.
 *
 * @throws ValidationError with all issues
 */
export function parseCreateTunnelRequest(body: unknown): CreateTunnelRequest {
  const issues: ValidationIssue[] = [];
  const data = parseResource(body, issues);
  const at = { loc: ['body', 'data', 'attributes'], issues };
  const attributes = data && required(data, 'attributes', { loc: ['body', 'data'], issues }, checkObject);
  const relationships =
    data && required(data, 'relationships', { loc: ['body', 'data'], issues }, checkObject);
  const submissionId = attributes && required(attributes, 'submission_id', at, checkUuid);
  const sides = relationships && {
    listener: parseSide(relationships, 'listener', issues),
    initiator: parseSide(relationships, 'initiator', issues),
  };
  const fields = attributes && {
    label: optionalField(attributes, 'label', at, checkString(MAX_LABEL_LENGTH), null),
    lifetimeMins: optionalField(
      attributes,
      'lifetime_mins',
      at,
      checkInteger(1, MAX_LIFETIME_MINS),
      DEFAULT_LIFETIME_MINS,
    ),
    restartable: parseRestartable(attributes, at),
    listener: parseListener(attributes, at),
  };
  if (issues.length > 0 || !fields || submissionId === undefined || !sides?.initiator || !sides.listener) {
    throw new ValidationError(issues);
  }
  return {
    ...fields,
    submissionId,
    initiatorAccessPointId: sides.initiator,
    listenerAccessPointId: sides.listener,
  };
}

/**
 * Parses the body of PATCH /v2/tunnels/ID. Ignores attributes that can't be set.
 *
 * @throws ValidationError with all issues
 */
export function parseUpdateTunnelRequest(body: unknown): UpdateTunnelRequest {
  const issues: ValidationIssue[] = [];
  const data = parseResource(body, issues);
  const at = { loc: ['body', 'data', 'attributes'], issues };
  const attributes = data && required(data, 'attributes', { loc: ['body', 'data'], issues }, checkObject);
  const changes = attributes && {
    label:
      attributes.label === undefined
        ? undefined
        : optionalField(attributes, 'label', at, checkString(MAX_LABEL_LENGTH), null),
    listener: parseListener(attributes, at),
    stop: optionalField(attributes, 'state', at, checkLiteral('STOPPING'), undefined) !== undefined,
  };
  if (issues.length > 0 || !changes) throw new ValidationError(issues);
  return changes;
}

function required<T>(
  source: Record<string, unknown>,
  name: string,
  at: IssueContext,
  check: FieldCheck<T>,
): T | undefined {
  const loc = [...at.loc, name];
  if (source[name] === undefined) return addMissingIssue(at.issues, loc, source);
  return check(source[name], loc, at.issues);
}

/** `type` is optional, because the JavaScript SDK leaves it out when it starts and stops tunnels. */
function parseResource(body: unknown, issues: ValidationIssue[]): Record<string, unknown> | undefined {
  const document = checkObject(body, ['body'], issues);
  const data = document && required(document, 'data', { loc: ['body'], issues }, checkObject);
  if (data?.type !== undefined) checkLiteral('Tunnel')(data.type, ['body', 'data', 'type'], issues);
  return data;
}

function parseSide(
  relationships: Record<string, unknown>,
  name: string,
  issues: ValidationIssue[],
): string | undefined {
  const loc = ['body', 'data', 'relationships'];
  const relationship = required(relationships, name, { loc, issues }, checkObject);
  const at = { loc: [...loc, name], issues };
  const data = relationship && required(relationship, 'data', at, checkObject);
  if (!data) return undefined;
  const dataContext = { loc: [...at.loc, 'data'], issues };
  if (data.type !== undefined)
    checkLiteral('StreamAccessPoint')(data.type, [...dataContext.loc, 'type'], issues);
  return required(data, 'id', dataContext, checkUuid);
}

/** Unlike other attributes with a default, this one can't be null. */
function parseRestartable(attributes: Record<string, unknown>, { loc, issues }: IssueContext): boolean {
  const value = attributes.restartable;
  return value === undefined ? false : (checkBoolean(value, [...loc, 'restartable'], issues) ?? false);
}

function parseListener(attributes: Record<string, unknown>, at: IssueContext): ListenerContact | undefined {
  const issueCount = at.issues.length;
  const ipAddress = optionalField(attributes, 'listener_ip_address', at, checkIpAddress, undefined);
  const port = optionalField(attributes, 'listener_port', at, checkInteger(1, 65_535), undefined);
  if (at.issues.length > issueCount) return undefined;
  if (ipAddress !== undefined && port !== undefined) return { ipAddress, port };
  const missing = ipAddress === undefined ? 'listener_ip_address' : 'listener_port';
  if (ipAddress !== undefined || port !== undefined) {
    addRuleIssue(
      at.issues,
      [...at.loc, missing],
      'listener_ip_address and listener_port must be given together',
      null,
    );
  }
  return undefined;
}
