import {
  type Contact,
  contactText,
  parseIpAddress,
  parsePort,
  validateHost,
  validatePort,
} from '../../../domain/tunnel/contact.ts';
import type { TunnelRequest } from '../../../domain/tunnel/request.ts';
import { type Draft, isAccessPointId } from './draft.ts';

/** The wizard's fields that can have an error. */
export type FieldName =
  | 'initiator'
  | 'listener'
  | 'label'
  | 'lifetime'
  | 'restartable'
  | 'listenerHost'
  | 'listenerPort';

/** Error messages by field. */
export type FieldErrors = Partial<Record<FieldName, string>>;

/** A request before it has a submission ID. */
export type UnsentRequest = Omit<TunnelRequest, 'submissionId'>;

/** A parsed draft: the request it describes, or null and an error for at least one field. */
export interface ParsedDraft {
  request: UnsentRequest | null;
  errors: FieldErrors;
}

type Parsed<T> = { value: T } | { error: string };

const DRAFT_KEY: Readonly<Record<FieldName, keyof Draft>> = {
  initiator: 'initiatorId',
  listener: 'listenerId',
  label: 'label',
  lifetime: 'lifetime',
  restartable: 'restartable',
  listenerHost: 'listenerHost',
  listenerPort: 'listenerPort',
};

/** Returns the fields that a change to the draft affects. Their server errors no longer apply. */
export function changedFields(changes: Partial<Draft>): ReadonlySet<string> {
  const changed = Object.entries(DRAFT_KEY).filter(([, key]) => key in changes);
  return new Set(changed.map(([field]) => field));
}

/**
 * Parses a draft into the request it describes, or into error messages by field.
 *
 * @param label the label that applies, see `effectiveLabel`
 */
export function parseDraft(draft: Draft, label: string): ParsedDraft {
  const initiator = parseSide(draft.initiatorId);
  const listener = parseSide(draft.listenerId);
  const lifetime = parseLifetime(draft.lifetime);
  const address = parseListenerAddress(draft);
  if ('value' in initiator && 'value' in listener && 'value' in lifetime && 'value' in address) {
    const request = {
      label: label.trim() || null,
      lifetimeMinutes: lifetime.value,
      restartable: draft.restartable,
      initiatorAccessPointId: initiator.value,
      listenerAccessPointId: listener.value,
      listenerContact: address.value,
    };
    return { request, errors: {} };
  }
  const errors: FieldErrors = {
    ...('error' in initiator && { initiator: initiator.error }),
    ...('error' in listener && { listener: listener.error }),
    ...('error' in lifetime && { lifetime: lifetime.error }),
    ...('errors' in address && address.errors),
  };
  return { request: null, errors };
}

function parseSide(id: string): Parsed<string> {
  if (id === '') return { error: 'Choose an access point from the list.' };
  if (isAccessPointId(id)) return { value: id };
  return { error: 'The link contains an invalid access point ID. Choose an access point from the list.' };
}

/** Parses a lifetime in whole minutes. Each site sets its own maximum. */
export function parseLifetime(text: string): Parsed<number> {
  const minutes = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0;
  if (minutes >= 1) return { value: minutes };
  return { error: 'Enter a whole number of minutes, such as 360.' };
}

/** Parses the listener address. IP address and port go together: both or neither. */
function parseListenerAddress(draft: Draft): { value: Contact | null } | { errors: FieldErrors } {
  if (!hasListenerAddress(draft)) return { value: null };
  const host = parseIpAddress(draft.listenerHost);
  const port = parsePort(draft.listenerPort);
  if (host !== null && port !== null) return { value: { host, port } };
  return {
    errors: {
      ...(host === null && { listenerHost: validateHost(draft.listenerHost) ?? '' }),
      ...(port === null && { listenerPort: validatePort(draft.listenerPort) ?? '' }),
    },
  };
}

/** Whether a person has entered any part of the listener address. */
export function hasListenerAddress({ listenerHost, listenerPort }: Draft): boolean {
  return listenerHost.trim() !== '' || listenerPort.trim() !== '';
}

/** Returns the listener address as one text, or null if it is missing or invalid. */
export function listenerAddressText(draft: Draft): string | null {
  const address = parseListenerAddress(draft);
  return 'value' in address && address.value ? contactText(address.value) : null;
}

/**
 * Adds a submission ID to a request. A request equal to the last one sent keeps its ID, so that repeating it after a
 * lost response doesn't create a duplicate (globus-api.md, "Transfer v2"). Any other request gets a new ID.
 *
 * @param attempt the last request sent, or null
 * @param newSubmissionId creates a UUID
 */
export function withSubmissionId(
  request: UnsentRequest,
  attempt: TunnelRequest | null,
  newSubmissionId: () => string,
): TunnelRequest {
  const isRepeat = attempt !== null && isSameRequest(attempt, request);
  return { ...request, submissionId: isRepeat ? attempt.submissionId : newSubmissionId() };
}

function isSameRequest(a: UnsentRequest, b: UnsentRequest): boolean {
  return (
    a.label === b.label &&
    a.lifetimeMinutes === b.lifetimeMinutes &&
    a.restartable === b.restartable &&
    a.initiatorAccessPointId === b.initiatorAccessPointId &&
    a.listenerAccessPointId === b.listenerAccessPointId &&
    a.listenerContact?.host === b.listenerContact?.host &&
    a.listenerContact?.port === b.listenerContact?.port
  );
}
