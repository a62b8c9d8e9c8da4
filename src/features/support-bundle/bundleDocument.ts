import {
  array,
  boolean,
  fallback,
  type GenericSchema,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  pipe,
  regex,
  string,
  transform,
} from 'valibot';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../domain/support-bundle/facts.ts';
import {
  BUNDLE_HOST,
  BUNDLE_ID,
  LARGEST_COUNT,
  LONGEST,
  MOST_ITEMS,
} from '../../domain/support-bundle/limits.ts';
import { readTunnelEventCode } from '../../domain/tunnel/event.ts';
import { readTunnelState } from '../../domain/tunnel/state.ts';

// What a support bundle may be, when anybody may have written it. Everything has a limit; what is not named here
// is left out; what follows from something else (the known state, the diagnosis) is worked out anew.

const text = (longest: number = LONGEST.text) =>
  pipe(string('a text'), maxLength(longest, `at most ${longest} characters`));
const optional = nullable(text());
const id = pipe(text(LONGEST.id), regex(BUNDLE_ID, 'an id'));
/** A moment that JavaScript can format (ECMA-262, "Time Values"). */
const moment = pipe(
  number('a number'),
  integer('a whole number'),
  minValue(-8.64e15, 'a time'),
  maxValue(8.64e15, 'a time'),
);
const count = pipe(
  number('a number'),
  minValue(0, 'a number from 0'),
  maxValue(LARGEST_COUNT, `a number up to ${LARGEST_COUNT}`),
);
const listOf = <TItem extends GenericSchema>(item: TItem) =>
  pipe(array(item), maxLength(MOST_ITEMS, `at most ${MOST_ITEMS}`));

const contact = nullable(
  object({
    host: pipe(text(LONGEST.host), regex(BUNDLE_HOST, 'an address')),
    port: pipe(number('a port'), integer('a port'), minValue(1, 'a port'), maxValue(65_535, 'a port')),
  }),
);

const tunnel = pipe(
  object({
    id,
    label: optional,
    stateText: text(LONGEST.word),
    status: text(),
    createdAtMs: nullable(moment),
    lifetimeMinutes: nullable(count),
    restartable: boolean('true or false'),
    listenerContact: contact,
    initiatorContact: contact,
    initiatorAccessPointId: nullable(id),
    listenerAccessPointId: nullable(id),
    ownerId: nullable(id),
    submissionId: nullable(id),
  }),
  transform((told) => ({ ...told, state: readTunnelState(told.stateText) })),
);

const accessPoint = nullable(
  object({
    id,
    name: text(),
    tlsftpServer: optional,
    owner: optional,
    organization: optional,
    department: optional,
    description: optional,
    keywords: listOf(text()),
    contactEmail: optional,
    contactInfo: optional,
    infoLink: optional,
    hostEndpointId: nullable(id),
  }),
);

const event = pipe(
  object({
    id: text(LONGEST.id),
    codeText: text(LONGEST.word),
    isError: boolean('true or false'),
    description: text(),
    details: text(),
    timeMs: nullable(moment),
  }),
  transform((told) => ({ ...told, code: readTunnelEventCode(told.codeText) })),
);

const request = object({
  id: count,
  service: text(LONGEST.name),
  method: text(LONGEST.method),
  path: text(LONGEST.path),
  status: nullable(count),
  failure: nullable(text(LONGEST.name)),
  startedAtMs: moment,
  durationMs: count,
  requestId: nullable(text(LONGEST.name)),
});

const identity = object({
  id,
  username: text(),
  name: optional,
  organization: optional,
  email: optional,
});

/** A support bundle of this version, as {@link BundleFacts} in domain/support-bundle/facts.ts. */
export const BundleDocument = object({
  format: literal(BUNDLE_FORMAT),
  version: literal(BUNDLE_VERSION),
  madeAtMs: moment,
  app: text(LONGEST.name),
  browser: text(LONGEST.word),
  globus: text(LONGEST.name),
  tunnel,
  initiator: accessPoint,
  listener: accessPoint,
  owner: fallback(nullable(identity), null),
  events: nullable(listOf(event)),
  isEveryEvent: boolean('true or false'),
  lacksNewest: fallback(boolean(), false),
  requests: listOf(request),
});
