import fc from 'fast-check';
import * as v from 'valibot';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import type { Endpoint } from '../../domain/site/endpoint.ts';
import type { Identity } from '../../domain/site/identity.ts';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { TUNNEL_STATES } from '../../domain/tunnel/state.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';

// Valid documents, and schemas of what is parsed from them: every field of the domain's types, and no other.

const text = v.nullable(v.string());
const finite = v.nullable(v.pipe(v.number(), v.finite()));
export const id = v.pipe(v.string(), v.nonEmpty());
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const contact = v.nullable(v.strictObject({ host: id, port }));
export const unreadable = v.pipe(v.number(), v.minValue(0));

export const tunnelSchema: v.GenericSchema<Tunnel> = v.pipe(
  v.strictObject({
    id,
    label: text,
    state: v.picklist(TUNNEL_STATES),
    stateText: v.string(),
    status: v.string(),
    createdAtMs: finite,
    lifetimeMinutes: finite,
    restartable: v.boolean(),
    listenerContact: contact,
    initiatorContact: contact,
    initiatorAccessPointId: text,
    listenerAccessPointId: text,
    ownerId: text,
    submissionId: text,
  }),
  // An unknown state is 'unknown', never one of the known states.
  v.check(({ state, stateText }) => state === 'unknown' || state === stateText),
);
export const eventSchema: v.GenericSchema<TunnelEvent> = v.pipe(
  v.strictObject({
    id: v.string(),
    code: v.picklist(['STARTED', 'TUNNEL_ACTIVE', 'TUNNEL_STOPPED', 'unknown']),
    codeText: v.string(),
    isError: v.boolean(),
    description: v.string(),
    details: v.string(),
    timeMs: finite,
  }),
  v.check(({ code, codeText }) => code === 'unknown' || code === codeText),
);
export const accessPointSchema: v.GenericSchema<AccessPoint> = v.strictObject({
  id,
  name: id,
  tlsftpServer: text,
  owner: text,
  organization: text,
  department: text,
  description: text,
  keywords: v.array(id),
  contactEmail: text,
  contactInfo: text,
  infoLink: text,
  hostEndpointId: text,
});
export const endpointSchema: v.GenericSchema<Endpoint> = v.strictObject({
  id,
  name: text,
  gcsManagerUrl: v.nullable(
    v.pipe(v.string(), v.regex(/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])/)),
  ),
  owner: text,
  organization: text,
  myEffectiveRoles: v.array(v.string()),
  hasSubscription: v.nullable(v.boolean()),
  gcsVersion: text,
  isPublic: v.nullable(v.boolean()),
});
export const identitySchema: v.GenericSchema<Identity> = v.strictObject({
  id,
  username: id,
  name: text,
  organization: text,
  email: text,
});
/** An object whose own properties all match a schema; valibot's record ignores `constructor` and similar names. */
export const recordSchema = (schema: v.GenericSchema) =>
  v.custom<Record<string, unknown>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.getOwnPropertyNames(value).every((name) => v.is(schema, Reflect.get(value, name))),
  );
export const pagesSchema = (page: v.ObjectEntries) =>
  v.object({
    pages: v.array(v.strictObject({ ...page, unreadable, next: v.nullable(recordSchema(v.string())) })),
  });

const anEnd = { data: { type: 'StreamAccessPoint', id: 'end' } };
export const aTunnel = {
  id: 'tunnel',
  type: 'Tunnel',
  attributes: {
    submission_id: 's',
    label: 'Beam',
    lifetime_mins: 360,
    restartable: false,
    listener_ip_address: '192.0.2.1',
    listener_port: 5000,
    initiator_ip_address: '192.0.2.2',
    initiator_port: 5001,
    created_time: '2025-12-12T21:11:50.525278',
    state: 'ACTIVE',
    status: 'fine',
  },
  relationships: { listener: anEnd, initiator: anEnd, owner: anEnd },
};
export const meta = { request_id: 'r' };
export const links = { next: '/v2/x?page[marker]=m' };
const attributes = {
  code: 'STARTED',
  is_error: false,
  description: 'd',
  details: '',
  time: '2025-12-12T21:11:50',
};
export const anEvent = { id: 7, type: 'Event', attributes };
export const anAccessPoint = {
  id: 'point',
  attributes: { display_name: 'Beam', tlsftp_server: 'tlsftp://h:443', keywords: 'a,b', info_link: null },
  relationships: { host_endpoint: { data: { type: 'Endpoint', id: 'e' } } },
};
export const anEndpoint = {
  id: 'e',
  display_name: 'Harbor',
  gcs_manager_url: 'https://h.example/x',
  my_effective_roles: ['administrator'],
};
export const anIdentity = {
  id: '__proto__',
  username: 'm@x.example',
  name: 'M',
  organization: null,
  email: null,
};

/** A change to one part of a document: other JSON in its place, none (null), or an additional field. */
interface Mutation {
  at: number;
  with: string | null;
  extra: [string, string] | null;
}

/** Returns a document as JSON, with some of its parts changed. */
function mutate(document: unknown, mutations: readonly Mutation[]): string {
  const parts = countParts(document);
  const byPart = new Map(mutations.map((mutation) => [mutation.at % parts, mutation]));
  let part = -1;
  const write = (value: unknown): string | null => {
    part += 1;
    const mutation = byPart.get(part);
    if (mutation && !mutation.extra) return mutation.with;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.flatMap((item) => write(item) ?? [])}]`;
    const fields = Object.entries(value).flatMap(([name, inside]) => {
      const text = write(inside);
      return text === null ? [] : `${JSON.stringify(name)}:${text}`;
    });
    if (mutation?.extra) fields.push(`${JSON.stringify(mutation.extra[0])}:${mutation.extra[1]}`);
    return `{${fields}}`;
  };
  return write(document) ?? 'null';
}

function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + countParts(part), 1);
}

/** Names with a meaning in JavaScript; used as keys, as IDs and as texts. */
export const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  'data',
  'id',
];

/** Any JSON, as text, because an object literal with `__proto__: x` has no such property. */
const { anyJson } = fc.letrec<{ anyJson: string; list: string; object: string }>((tie) => ({
  anyJson: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', '{}', '[]', '1e999', '4.5', '-7', '65536'),
    fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string()).map((text) => JSON.stringify(text)),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('anyJson'), { maxLength: 4 }).map((items) => `[${items}]`),
  object: fc
    .array(
      fc.tuple(
        fc.constantFrom(...HOSTILE_NAMES, 'errors', 'meta', 'links', 'code', 'detail'),
        tie('anyJson'),
      ),
      {
        maxLength: 5,
      },
    )
    .map((fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`)}}`),
}));

/** Generates a valid document with up to five parts replaced, removed or followed by a hostile field; or any JSON. */
export function mutatedDocument(document: unknown): fc.Arbitrary<string> {
  const mutation = fc.record({
    at: fc.nat(),
    with: fc.oneof({ weight: 4, arbitrary: anyJson }, { weight: 1, arbitrary: fc.constant(null) }),
    extra: fc.option(fc.tuple(fc.constantFrom(...HOSTILE_NAMES), anyJson), { freq: 4 }),
  });
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.array(mutation, { maxLength: 5 }).map((mutations) => mutate(document, mutations)),
    },
    { weight: 1, arbitrary: anyJson },
  );
}
