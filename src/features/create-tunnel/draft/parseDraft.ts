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

/** The fields of the wizard that something can be wrong with. */
export type FieldName =
  | 'initiator'
  | 'listener'
  | 'label'
  | 'lifetime'
  | 'restartable'
  | 'listenerHost'
  | 'listenerPort';

/** What is wrong, by field, in words for the person who filled it in. */
export type FieldErrors = Partial<Record<FieldName, string>>;

const DRAFT_KEY: Readonly<Record<FieldName, keyof Draft>> = {
  initiator: 'initiatorId',
  listener: 'listenerId',
  label: 'label',
  lifetime: 'lifetime',
  restartable: 'restartable',
  listenerHost: 'listenerHost',
  listenerPort: 'listenerPort',
};

/** The fields that a change of the draft touches: what was said against them is over. */
export function changedFields(changes: Partial<Draft>): ReadonlySet<string> {
  const changed = Object.entries(DRAFT_KEY).filter(([, key]) => key in changes);
  return new Set(changed.map(([field]) => field));
}

/** What is wrong or missing in a draft; nothing when it can be sent. */
export function checkDraft(draft: Draft): FieldErrors {
  return {
    ...problem('initiator', checkSide(draft.initiatorId)),
    ...problem('listener', checkSide(draft.listenerId)),
    ...problem('lifetime', checkLifetime(draft.lifetime)),
    ...(hasContact(draft) && {
      ...problem('listenerHost', validateHost(draft.listenerHost)),
      ...problem('listenerPort', validatePort(draft.listenerPort)),
    }),
  };
}

function problem(field: FieldName, words: string | null): FieldErrors {
  return words === null ? {} : { [field]: words };
}

function checkSide(id: string): string | null {
  if (id === '') return 'Choose an access point from the list.';
  return isAccessPointId(id) ? null : 'What the link named is not an access point. Choose one from the list.';
}

/** What is wrong with a lifetime, or null. The longest one allowed is each site's to say. */
export function checkLifetime(text: string): string | null {
  return parseLifetime(text) === null ? 'Give whole minutes, 1 or more, such as 360.' : null;
}

/** Whole minutes, or null when the text is none. */
export function parseLifetime(text: string): number | null {
  const minutes = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0;
  return minutes >= 1 ? minutes : null;
}

/** Host and port go together: either both are given or neither. */
function hasContact({ listenerHost, listenerPort }: Draft): boolean {
  return listenerHost.trim() !== '' || listenerPort.trim() !== '';
}

function contactIn({ listenerHost, listenerPort }: Draft): Contact | null {
  const host = parseIpAddress(listenerHost);
  const port = parsePort(listenerPort);
  return host !== null && port !== null ? { host, port } : null;
}

/** The listener's contact string, or null when it is not given (or not right yet). */
export function listenerContactText(draft: Draft): string | null {
  const contact = contactIn(draft);
  return contact && contactText(contact);
}

/**
 * Makes the request of a draft.
 *
 * A request that is the same as the one last sent keeps its submission id, so that a repeat after a lost answer
 * makes no second tunnel (globus-api.md, "Transfer v2"); any other gets a new one.
 *
 * @param label the label that counts, see {@link effectiveLabel}
 * @param newSubmissionId makes a UUID
 * @returns null when checkDraft finds something wrong
 */
export function toTunnelRequest(
  draft: Draft,
  label: string,
  newSubmissionId: () => string,
): TunnelRequest | null {
  const lifetimeMinutes = parseLifetime(draft.lifetime);
  if (lifetimeMinutes === null || Object.keys(checkDraft(draft)).length > 0) return null;
  const wanted: Omit<TunnelRequest, 'submissionId'> = {
    label: label.trim() || null,
    lifetimeMinutes,
    restartable: draft.restartable,
    initiatorAccessPointId: draft.initiatorId,
    listenerAccessPointId: draft.listenerId,
    listenerContact: contactIn(draft),
  };
  const { attempt } = draft;
  const submissionId = attempt && isSame(attempt, wanted) ? attempt.submissionId : newSubmissionId();
  return { ...wanted, submissionId };
}

function isSame(a: Omit<TunnelRequest, 'submissionId'>, b: Omit<TunnelRequest, 'submissionId'>): boolean {
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
