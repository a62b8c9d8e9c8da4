import {
  array,
  boolean,
  fallback,
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
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../domain/supportBundle.ts';
import { readTunnelEventCode } from '../../domain/tunnelEvent.ts';
import { readTunnelState } from '../../domain/tunnelState.ts';

// What a support bundle may be, when anybody may have written it. Everything has a limit; what is not named here
// is left out; what follows from something else (the known state, the diagnosis) is worked out anew.

const text = (longest = 20_000) =>
  pipe(string('a text'), maxLength(longest, `at most ${longest} characters`));
const optional = nullable(text());
/** In commands and addresses: nothing that a shell or a path would take for more than a word. */
const id = pipe(text(100), regex(/^[\w-]+$/, 'an id'));
/** A moment that JavaScript can format (ECMA-262, "Time Values"). */
const moment = pipe(
  number('a number'),
  integer('a whole number'),
  minValue(-8.64e15, 'a time'),
  maxValue(8.64e15, 'a time'),
);
const count = pipe(number('a number'), minValue(0, 'a number from 0'), maxValue(1e12, 'a number up to 1e12'));

const contact = nullable(
  object({
    host: pipe(text(255), regex(/^[\w.:-]+$/, 'an address')),
    port: pipe(number('a port'), integer('a port'), minValue(1, 'a port'), maxValue(65_535, 'a port')),
  }),
);

const tunnel = pipe(
  object({
    id,
    label: optional,
    stateText: text(1000),
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
    keywords: pipe(array(text()), maxLength(1000, 'at most 1000')),
    contactEmail: optional,
    contactInfo: optional,
    infoLink: optional,
    hostEndpointId: nullable(id),
  }),
);

const event = pipe(
  object({
    id: text(100),
    codeText: text(1000),
    isError: boolean('true or false'),
    description: text(),
    details: text(),
    timeMs: nullable(moment),
  }),
  transform((told) => ({ ...told, code: readTunnelEventCode(told.codeText) })),
);

const request = object({
  id: count,
  service: text(300),
  method: text(20),
  path: text(2000),
  status: nullable(count),
  failure: nullable(text(100)),
  startedAtMs: moment,
  durationMs: count,
  requestId: nullable(text(300)),
});

const identity = object({
  id,
  username: text(),
  name: optional,
  organization: optional,
  email: optional,
});

/** A support bundle of this version, as {@link BundleFacts} in domain/supportBundle.ts. */
export const BundleDocument = object({
  format: literal(BUNDLE_FORMAT),
  version: literal(BUNDLE_VERSION),
  madeAtMs: moment,
  app: text(300),
  browser: text(1000),
  globus: text(300),
  tunnel,
  initiator: accessPoint,
  listener: accessPoint,
  owner: fallback(nullable(identity), null),
  events: nullable(pipe(array(event), maxLength(1000, 'at most 1000'))),
  isEveryEvent: boolean('true or false'),
  lacksNewest: fallback(boolean(), false),
  requests: pipe(array(request), maxLength(1000, 'at most 1000')),
});
