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
  BUNDLE_HOST_PATTERN,
  BUNDLE_ID_PATTERN,
  MAX_COUNT,
  MAX_ITEMS,
  MAX_LENGTHS,
} from '../../domain/support-bundle/limits.ts';
import { parseTunnelEventCode } from '../../domain/tunnel/event.ts';
import { parseTunnelState } from '../../domain/tunnel/state.ts';

// What a support bundle may be, when anybody may have written it. Everything has a limit; what is not named here
// is left out; what follows from something else (the known state, the diagnosis) is worked out anew.

const text = (longest: number = MAX_LENGTHS.text) =>
  pipe(string('a text'), maxLength(longest, `at most ${longest} characters`));
const optional = nullable(text());
const id = pipe(text(MAX_LENGTHS.id), regex(BUNDLE_ID_PATTERN, 'an id'));
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
  maxValue(MAX_COUNT, `a number up to ${MAX_COUNT}`),
);
const listOf = <TItem extends GenericSchema>(item: TItem) =>
  pipe(array(item), maxLength(MAX_ITEMS, `at most ${MAX_ITEMS}`));

const contact = nullable(
  object({
    host: pipe(text(MAX_LENGTHS.host), regex(BUNDLE_HOST_PATTERN, 'an address')),
    port: pipe(number('a port'), integer('a port'), minValue(1, 'a port'), maxValue(65_535, 'a port')),
  }),
);

const tunnel = pipe(
  object({
    id,
    label: optional,
    stateText: text(MAX_LENGTHS.word),
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
  transform((told) => ({ ...told, state: parseTunnelState(told.stateText) })),
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
    id: text(MAX_LENGTHS.id),
    codeText: text(MAX_LENGTHS.word),
    isError: boolean('true or false'),
    description: text(),
    details: text(),
    timeMs: nullable(moment),
  }),
  transform((told) => ({ ...told, code: parseTunnelEventCode(told.codeText) })),
);

const request = object({
  id: count,
  service: text(MAX_LENGTHS.name),
  method: text(MAX_LENGTHS.method),
  path: text(MAX_LENGTHS.path),
  status: nullable(count),
  failure: nullable(text(MAX_LENGTHS.name)),
  startedAtMs: moment,
  durationMs: count,
  requestId: nullable(text(MAX_LENGTHS.name)),
});

const identity = object({
  id,
  username: text(),
  name: optional,
  organization: optional,
  email: optional,
});

/** A support bundle of this version, as {@link BundleFacts} in domain/support-bundle/facts.ts. */
export const BundleSchema = object({
  format: literal(BUNDLE_FORMAT),
  version: literal(BUNDLE_VERSION),
  madeAtMs: moment,
  app: text(MAX_LENGTHS.name),
  browser: text(MAX_LENGTHS.word),
  globus: text(MAX_LENGTHS.name),
  tunnel,
  initiator: accessPoint,
  listener: accessPoint,
  owner: fallback(nullable(identity), null),
  events: nullable(listOf(event)),
  isEveryEvent: boolean('true or false'),
  lacksNewest: fallback(boolean(), false),
  requests: listOf(request),
});
