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

// Every field has its fallback, so that a draft of an older version keeps what can still be read of it.
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
 * A tunnel that is being thought up. Texts are kept as they were typed, wrong ones too; toTunnelRequest.ts says
 * what is wrong with them.
 *
 * - `initiatorId`, `listenerId`: an access point's id, '' when none is chosen, anything when a link said so.
 * - `label`: null until a person edits it; until then the suggested one counts.
 * - `lifetime`: minutes, as typed.
 * - `attempt`: what was last sent, with its submission id, so that the same request is repeated under the same id.
 * - `resume`: it was sent, and the answer was to sign in again first.
 * - `sentAtMs`: when it was sent, while no answer is there; milliseconds since the epoch.
 */
export type Draft = v.InferOutput<typeof StoredDraft>;

/** Nothing chosen yet; the lifetime is the API's own default. */
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

/** Reads what a tab kept, which may be of any form: what cannot be read is as in an empty draft. */
export function readDraft(stored: unknown): Draft {
  const read = v.safeParse(StoredDraft, stored);
  return read.success ? read.output : EMPTY_DRAFT;
}

/** A tab that a browser brings back the day after must not send what was given up long ago. */
const RECENT_MS = 5 * 60_000;

/** Whether the page went away, by a reload, while the draft was being sent. */
export function wasInterrupted({ sentAtMs }: Draft, now: number): boolean {
  return sentAtMs !== null && now - sentAtMs >= 0 && now - sentAtMs < RECENT_MS;
}

/** Whether there is nothing in the draft that one would miss. */
export function isEmptyDraft(draft: Draft): boolean {
  const { initiatorId, listenerId, label, lifetime, restartable, listenerHost, listenerPort } = EMPTY_DRAFT;
  return (
    draft.initiatorId === initiatorId &&
    draft.listenerId === listenerId &&
    draft.label === label &&
    draft.lifetime === lifetime &&
    draft.restartable === restartable &&
    draft.listenerHost === listenerHost &&
    draft.listenerPort === listenerPort
  );
}

/** Initiator and listener change places. What was typed about the listener's program stays to be looked at. */
export function swappedSides({ initiatorId, listenerId }: Draft): Partial<Draft> {
  return { initiatorId: listenerId, listenerId: initiatorId };
}

/** Whether a text can be an access point's id at all. Which ones there are, and what they look like, Globus says. */
export function isAccessPointId(id: string): boolean {
  return /^[^\s/]{1,100}$/.test(id);
}
