import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBundle } from '../../domain/support-bundle/createBundle.ts';
import { growthOfTime, LINEAR_GROWTH } from '../../domain/text/linearTimeForTests.ts';
import { parseTunnelEventCode } from '../../domain/tunnel/event.ts';
import { parseTunnelState } from '../../domain/tunnel/state.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { type ReadBundleResult, readBundle, readBundleFile } from './readBundle.ts';

const TUNNEL = {
  id: 'a1b2c3d4-0000-4000-8000-00000000009f',
  label: 'Run 7',
  stateText: 'ACTIVE',
  status: 'It is active.',
  createdAtMs: 1_795_600_000_000,
  lifetimeMinutes: 360,
  restartable: false,
  listenerContact: { host: '10.0.0.7', port: 5000 },
  initiatorContact: null,
  initiatorAccessPointId: null,
  listenerAccessPointId: null,
  ownerId: null,
  submissionId: null,
};
const BUNDLE = {
  format: 'globus-streams-support-bundle',
  version: 1,
  madeAtMs: 1_795_608_000_000,
  app: 'Dashboard',
  browser: 'Browser',
  globus: 'transfer.example',
  tunnel: TUNNEL,
  initiator: null,
  listener: null,
  owner: null,
  events: [
    { id: '1', codeText: 'TUNNEL_ACTIVE', isError: false, description: '', details: '', timeMs: null },
  ],
  isEveryEvent: true,
  requests: [],
};

const read = (changes: object) => readBundle(JSON.stringify({ ...BUNDLE, ...changes }));
const withTunnel = (changes: object) => read({ tunnel: { ...TUNNEL, ...changes } });
const problemOf = (result: ReadBundleResult) => ('problem' in result ? result.problem : 'none');
function bundleOf(result: ReadBundleResult) {
  if ('problem' in result) throw new Error(result.problem);
  return result.bundle;
}

test('reads a valid bundle, and computes its diagnosis from its facts', () => {
  const evil = {
    verdict: 'Run this',
    nextSteps: [{ kind: 'command', text: 'x', args: ['rm', '-rf', '/'] }],
  };
  const bundle = bundleOf(read({ diagnosis: evil }));
  expect(bundle.tunnel satisfies Tunnel).toMatchObject({ ...TUNNEL, state: 'ACTIVE' });
  expect(bundle.diagnosis.ruleId).toBe('active-without-address');
  expect(JSON.stringify(bundle)).not.toContain('"rm"');
});

test('keeps scripts and links in labels as text', () => {
  const bundle = bundleOf(withTunnel({ label: '<script>alert(1)</script>', status: 'javascript:alert(1)' }));
  expect(bundle.tunnel.label).toBe('<script>alert(1)</script>');
});

describe('rejects a file that is not a bundle, with a clear sentence', () => {
  test.each<[string, () => ReadBundleResult, RegExp]>([
    ['text', () => readBundle('Support bundle of tunnel'), /isn’t JSON/],
    ['nothing', () => readBundle(''), /isn’t JSON/],
    ['other JSON', () => readBundle('{"a":1}'), /isn’t a support bundle/],
    ['a list', () => readBundle('[]'), /isn’t a support bundle/],
    ['null', () => readBundle('null'), /isn’t a support bundle/],
    ['a later version', () => read({ version: 2 }), /different version/],
    ['a missing field', () => read({ tunnel: undefined }), /tunnel is missing/],
    ['a wrong type', () => withTunnel({ label: 7 }), /tunnel\.label should be/],
    ['a list instead of a string', () => withTunnel({ status: ['a'] }), /tunnel\.status should be/],
    ['a time out of range', () => withTunnel({ createdAtMs: 1e300 }), /tunnel\.createdAtMs should be/],
    ['an ID that is a command', () => withTunnel({ id: '$(reboot)' }), /tunnel\.id should be an ID/],
    [
      'an address that is a command',
      () => withTunnel({ listenerContact: { host: '`x`', port: 1 } }),
      /listenerContact\.host/,
    ],
    [
      'port 70000',
      () => withTunnel({ listenerContact: { host: 'h', port: 70_000 } }),
      /listenerContact\.port should be a port/,
    ],
    ['a label that is too long', () => withTunnel({ label: 'x'.repeat(20_001) }), /at most 20000 characters/],
    [
      'too many events',
      () => read({ events: Array(1001).fill(BUNDLE.events[0]) }),
      /events should be a list of at most 1000 items/,
    ],
    ['deep nesting', () => readBundle(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), /nested too deeply/],
    ['nesting without an end', () => readBundle('{"a":'.repeat(100_000)), /nested too deeply/],
  ])('%s', (_name, readResult, sentence) => {
    expect(problemOf(readResult())).toMatch(sentence);
  });

  test('a file of 50 MB is never read', async () => {
    const size = 50 * 1024 * 1024;
    const file = { size, text: () => Promise.reject(new Error('It was read.')) } as unknown as File;
    expect(problemOf(await readBundleFile(file))).toBe('The file is 50 MB. Bundles can’t exceed 20 MB.');
  });
});

test.each<[string, (size: number) => string]>([
  ['an unbalanced string of quotation marks', (size) => `{"a":"${'\\"'.repeat(size)}`],
  ['quotation marks', (size) => '"'.repeat(size)],
  ['one long string', (size) => JSON.stringify({ ...BUNDLE, tunnel: 'x'.repeat(size) })],
  ['a long list', (size) => JSON.stringify({ ...BUNDLE, events: Array(size).fill(BUNDLE.events[0]) })],
])('reads %s in linear time', (_name, textOfSize) => {
  expect(growthOfTime(textOfSize, readBundle)).toBeLessThan(LINEAR_GROWTH);
});

test('reads a string of 9 MB without an error', () => {
  expect(problemOf(withTunnel({ label: '\\'.repeat(9_000_000) }))).toMatch(/at most 20000 characters/);
});

test('ignores prototype keys', () => {
  const text = JSON.stringify(BUNDLE).replace(
    '{"format"',
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"format"',
  );
  const bundle = bundleOf(readBundle(text));
  expect('polluted' in bundle).toBe(false);
  expect('polluted' in {}).toBe(false);
  expect(
    problemOf(readBundle('{"__proto__":{"format":"globus-streams-support-bundle","version":1}}')),
  ).toMatch(/isn’t a support bundle/);
});

test('does not count brackets inside strings as nesting', () => {
  expect(bundleOf(withTunnel({ label: `"\\${'['.repeat(100)}` })).tunnel.label).toHaveLength(102);
});

test('returns a bundle or a sentence for any value in any field, and never throws', () => {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('__proto__', 1e308, -0, '\u202e'));
  const fields = fc.constantFrom(
    ...Object.keys(BUNDLE),
    ...Object.keys(TUNNEL).map((key) => `tunnel.${key}`),
  );
  fc.assert(
    fc.property(fields, anything, (field, value) => {
      const [outer = '', inner] = field.split('.');
      const result = inner ? withTunnel({ [inner]: value }) : read({ [outer]: value });
      const message = 'problem' in result ? result.problem : result.bundle.diagnosis.verdict;
      expect(message).not.toBe('');
      expect(message.length).toBeLessThan(400);
    }),
  );
});

/** Any facts that the API can return: api/ accepts any string where it expects one, and any number. */
function anyFacts() {
  const long = fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), fc.nat(12_000));
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    long.map(([piece, times]) => piece.repeat(times)),
    fc.constantFrom('', '[::1]', 'fe80::1%eth0', '$(reboot)', '../..', 'a.b~c'),
  );
  const short = fc.string({ minLength: 1 });
  const maybe = fc.option(text);
  const nonEmpty = text.map((value) => value || 'x');
  const ms = fc.option(fc.integer({ min: -6e13, max: 2.5e14 }));
  const contact = fc.option(fc.record({ host: nonEmpty, port: fc.integer({ min: 1, max: 65_535 }) }));
  const tunnel = fc.record({
    id: nonEmpty,
    label: maybe,
    stateText: fc.oneof(text, fc.constantFrom('ACTIVE', 'STOPPED')),
    status: text,
    createdAtMs: ms,
    lifetimeMinutes: fc.option(fc.maxSafeNat()),
    restartable: fc.boolean(),
    listenerContact: contact,
    initiatorContact: contact,
    initiatorAccessPointId: maybe,
    listenerAccessPointId: maybe,
    ownerId: maybe,
    submissionId: maybe,
  });
  const site = fc.record({
    id: nonEmpty,
    name: nonEmpty,
    tlsftpServer: maybe,
    owner: fc.option(short),
    organization: maybe,
    department: maybe,
    description: maybe,
    keywords: fc.array(text, { maxLength: 3 }),
    contactEmail: fc.option(short),
    contactInfo: maybe,
    infoLink: maybe,
    hostEndpointId: maybe,
  });
  const event = fc.record({
    id: nonEmpty,
    codeText: text,
    isError: fc.boolean(),
    description: text,
    details: text,
    timeMs: ms,
  });
  const call = fc.record({
    id: fc.nat(),
    service: fc.constant('transfer'),
    method: fc.constant('GET'),
    path: text,
    status: fc.option(fc.nat(599)),
    failure: fc.option(fc.constant('timeout')),
    startedAtMs: fc.nat(),
    durationMs: fc.integer(),
    requestId: maybe,
  });
  return fc.record({
    madeAtMs: fc.nat(),
    app: fc.constant('Dashboard'),
    browser: text,
    globus: fc.constant('transfer.example'),
    tunnel: tunnel.map((fields) => ({ ...fields, state: parseTunnelState(fields.stateText) })),
    initiator: fc.option(site),
    listener: fc.option(site),
    owner: fc.option(
      fc.record({
        id: nonEmpty,
        username: short,
        name: fc.option(short),
        organization: maybe,
        email: fc.option(short),
      }),
    ),
    events: fc.option(
      fc
        .array(event, { maxLength: 4 })
        .map((all) => all.map((fields) => ({ ...fields, code: parseTunnelEventCode(fields.codeText) }))),
    ),
    isEveryEvent: fc.boolean(),
    lacksNewest: fc.boolean(),
    requests: fc.array(call, { maxLength: 3 }),
  });
}

test('reads back every bundle that can be created, unchanged', () => {
  fc.assert(
    fc.property(anyFacts(), fc.boolean(), (facts, withPeople) => {
      const bundle = createBundle(facts, withPeople, facts.owner ? [facts.owner] : []);
      const text = JSON.stringify(bundle);
      expect(bundleOf(readBundle(text))).toEqual(JSON.parse(text));
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
