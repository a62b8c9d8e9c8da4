import * as v from 'valibot';
import { DEFAULT_LIFETIME_MINUTES } from '../../../domain/tunnel/request.ts';

const DEFAULT_LIFETIME = String(DEFAULT_LIFETIME_MINUTES);

const StoredRequest = v.object({
  submissionId: v.pipe(v.string(), v.nonEmpty()),
  label: v.nullable(v.string()),
  lifetimeMinutes: v.number(),
  restartable: v.boolean(),
  initiatorAccessPointId: v.string(),
  listenerAccessPointId: v.string(),
  listenerContact: v.nullable(v.object({ host: v.string(), port: v.number() })),
});

const text = v.fallback(v.string(), '');

// Every field has a fallback, so that a draft stored by an older version keeps the fields that are still valid.
const StoredDraft = v.object({
  initiatorId: text,
  listenerId: text,
  label: v.fallback(v.nullable(v.string()), null),
  lifetime: v.fallback(v.string(), DEFAULT_LIFETIME),
  restartable: v.fallback(v.boolean(), false),
  listenerHost: text,
  listenerPort: text,
  attempt: v.fallback(v.nullable(StoredRequest), null),
  resume: v.fallback(v.boolean(), false),
  sentAtMs: v.fallback(v.nullable(v.number()), null),
});

/**
 * A tunnel that a person is preparing. Text is stored as typed, valid or not; parseDraft.ts finds what is wrong.
 *
 * - `initiatorId`, `listenerId`: an access point's ID, '' if none is chosen, any text if it came from a link.
 * - `label`: null until a person edits it; until then the suggested label applies.
 * - `lifetime`: minutes, as typed.
 * - `attempt`: the last request sent, with its submission ID, so that the same request is repeated under the same ID.
 * - `resume`: Globus required a sign-in before it accepts the request; send it again after that sign-in.
 * - `sentAtMs`: when the request was sent, until Globus responds; milliseconds since the epoch.
 */
export type Draft = v.InferOutput<typeof StoredDraft>;

/** The draft to start with. The lifetime is the API's default. */
export const EMPTY_DRAFT: Draft = {
  initiatorId: '',
  listenerId: '',
  label: null,
  lifetime: DEFAULT_LIFETIME,
  restartable: false,
  listenerHost: '',
  listenerPort: '',
  attempt: null,
  resume: false,
  sentAtMs: null,
};

/** Reads a stored draft, which may have any form. Fields that can't be read are as in an empty draft. */
export function readDraft(stored: unknown): Draft {
  const read = v.safeParse(StoredDraft, stored);
  return read.success ? read.output : EMPTY_DRAFT;
}

/** A tab that the browser restores the next day must not send a request that was abandoned long ago. */
const RECENT_MS = 5 * 60_000;

/** Whether a reload interrupted the request while it was being sent. */
export function wasInterrupted({ sentAtMs }: Draft, now: number): boolean {
  return sentAtMs !== null && now - sentAtMs >= 0 && now - sentAtMs < RECENT_MS;
}

/** What a person fills in, as opposed to what the wizard records about sending it. */
const SETTINGS = [
  'initiatorId',
  'listenerId',
  'label',
  'lifetime',
  'restartable',
  'listenerHost',
  'listenerPort',
] as const satisfies readonly (keyof Draft)[];

/** Whether two drafts describe the same tunnel, letter for letter. */
export function hasSameSettings(a: Draft, b: Draft): boolean {
  return SETTINGS.every((key) => a[key] === b[key]);
}

/** Whether the draft holds nothing that a person entered. */
export function isEmptyDraft(draft: Draft): boolean {
  return hasSameSettings(draft, EMPTY_DRAFT);
}

/** Returns the changes that swap initiator and listener. The listener address stays, for the person to check. */
export function swappedSides({ initiatorId, listenerId }: Draft): Partial<Draft> {
  return { initiatorId: listenerId, listenerId: initiatorId };
}

/** Whether a text could be an access point's ID. Only Globus knows which IDs exist and what they look like. */
export function isAccessPointId(id: string): boolean {
  return /^[^\s/]{1,100}$/.test(id);
}
