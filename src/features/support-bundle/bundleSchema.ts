import {
  array,
  boolean,
  check,
  fallback,
  type GenericSchema,
  literal,
  maxLength,
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

// The schema of an untrusted support bundle. Everything has a limit, unknown fields are dropped, and derived values
// (the known state, the diagnosis) are computed again.

const text = (limit: number = MAX_LENGTHS.text) =>
  pipe(string('a string'), maxLength(limit, `at most ${limit} characters`));
const optional = nullable(text());
const id = pipe(text(MAX_LENGTHS.id), regex(BUNDLE_ID_PATTERN, 'an ID'));
/** A time that JavaScript can format (ECMA-262, "Time Values"). */
const timestamp = pipe(
  number('a number'),
  check((ms) => Number.isInteger(ms) && Math.abs(ms) <= 8.64e15, 'a time'),
);
const count = pipe(
  number('a number'),
  check((value) => value >= 0 && value <= MAX_COUNT, `a number from 0 to ${MAX_COUNT}`),
);
const listOf = <TItem extends GenericSchema>(item: TItem) =>
  pipe(array(item), maxLength(MAX_ITEMS, `a list of at most ${MAX_ITEMS} items`));

const contact = nullable(
  object({
    host: pipe(text(MAX_LENGTHS.host), regex(BUNDLE_HOST_PATTERN, 'an IP address')),
    port: pipe(
      number('a port'),
      check((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, 'a port'),
    ),
  }),
);

const tunnel = pipe(
  object({
    id,
    label: optional,
    stateText: text(MAX_LENGTHS.word),
    status: text(),
    createdAtMs: nullable(timestamp),
    lifetimeMinutes: nullable(count),
    restartable: boolean('true or false'),
    listenerContact: contact,
    initiatorContact: contact,
    initiatorAccessPointId: nullable(id),
    listenerAccessPointId: nullable(id),
    ownerId: nullable(id),
    submissionId: nullable(id),
  }),
  transform((fields) => ({ ...fields, state: parseTunnelState(fields.stateText) })),
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
    timeMs: nullable(timestamp),
  }),
  transform((fields) => ({ ...fields, code: parseTunnelEventCode(fields.codeText) })),
);

const request = object({
  id: count,
  service: text(MAX_LENGTHS.name),
  method: text(MAX_LENGTHS.method),
  path: text(MAX_LENGTHS.path),
  status: nullable(count),
  failure: nullable(text(MAX_LENGTHS.name)),
  startedAtMs: timestamp,
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
  madeAtMs: timestamp,
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
