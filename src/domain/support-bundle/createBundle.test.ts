import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ACTIVE_EVENTS,
  events,
  NOW,
  site,
  tunnel,
  WITH_BOTH_CONTACTS,
} from '../diagnosis/diagnosisForTests.ts';
import type { Identity } from '../site/identity.ts';
import { growthOfTime, LINEAR_GROWTH } from '../text/linearTimeForTests.ts';
import { supportBundleText } from './bundleText.ts';
import { createBundle } from './createBundle.ts';
import type { BundleFacts } from './facts.ts';

const MIRA: Identity = {
  id: 'owner',
  username: 'mira@harbor.example',
  name: 'Mira Okafor',
  organization: 'Harbor',
  email: 'm.okafor@mail.example',
};

function facts(text: string, more: Partial<BundleFacts> = {}): Omit<BundleFacts, 'format' | 'version'> {
  const reported = events(...ACTIVE_EVENTS, ['ODD!', 2]).map((event) => ({
    ...event,
    description: text,
    details: text,
  }));
  const place = { ...site(text, 'help@hpc.example'), owner: 'Jonas Lindqvist', contactInfo: 'Room 7, Jonas' };
  return {
    madeAtMs: NOW,
    app: 'Dashboard 1.0',
    browser: 'A browser',
    globus: 'transfer.example',
    tunnel: tunnel('ACTIVE', 60, { ...WITH_BOTH_CONTACTS, label: text, status: text }),
    initiator: { ...place, description: text, keywords: [text] },
    listener: { ...place, infoLink: text, organization: text, department: text },
    owner: MIRA,
    events: reported,
    isEveryEvent: true,
    lacksNewest: false,
    requests: [],
    ...more,
  };
}

const PERSONAL = /mira|okafor|jonas|lindqvist|@|Room 7/i;

test.each([
  ['Mira Okafor’s run'],
  ['ask MIRA OKAFOR <mira@harbor.example>'],
  ['mailto:m.okafor@mail.example?subject=x'],
  ['owner=mira@harbor.example;next'],
  ['Jonas Lindqvist, help@hpc.example'],
  ['"weird+tag.name@sub.domain.example", twice: a@b c@d'],
])('without consent no one is named, wherever %j stands', (text) => {
  const bundle = createBundle(facts(text), false, [MIRA]);
  expect(JSON.stringify(bundle)).not.toMatch(PERSONAL);
  expect(supportBundleText(bundle)).not.toMatch(PERSONAL);
  expect(bundle.owner).toBeNull();
  expect(bundle.diagnosis.ruleId).toBe('active-with-error');
});

const JOSE: Identity = { ...MIRA, username: 'josé@x.example', name: 'José Núñez Ortiz', email: null };
const NAME = 'José Núñez Ortiz'.normalize('NFC');

test.each([
  ['decomposed', NAME.normalize('NFD')],
  ['composed', NAME],
  ['last name first', 'Ortiz, José Núñez'],
  ['every word reversed', 'ORTIZ NÚÑEZ JOSÉ'],
  ['in a user name', 'josé.núñez.ortiz'],
  ['in a URL', encodeURIComponent(NAME)],
  ['in a form', encodeURIComponent(NAME).replaceAll('%20', '+').toLowerCase()],
  ['in a URL, decomposed', encodeURIComponent(NAME.normalize('NFD'))],
  ['in HTML', 'Jos&#233; N&#xFA;&#xf1;ez&nbsp;Ortiz'],
  ['in JSON', 'Jos\\u00e9 N\\u00FA\\u00f1ez Ortiz'],
])('without consent a name is removed: %s', (_how, written) => {
  const { tunnel } = createBundle(facts(`Run of ${written} (2)`), false, [JOSE]);
  expect(tunnel.label).toBe('Run of [name removed] (2)');
});

test.each(['mira.o%40harbor.example', 'mira.o&#64;harbor.example', 'mira.o\\u0040harbor.example'])(
  'without consent an encoded email address is removed: %s',
  (address) => {
    expect(createBundle(facts(`ask ${address} now`), false, []).tunnel.label).toBe('ask [email removed] now');
  },
);

test.each<[string, (size: number) => string]>([
  ['at signs', (size) => 'a@'.repeat(size)],
  ['one word', (size) => 'a'.repeat(size)],
  ['parts of a name', (size) => 'José '.repeat(size)],
])('removes people from %s in linear time', (_what, textOfSize) => {
  const removeFrom = (text: string) => createBundle(facts(text), false, [JOSE]);
  expect(growthOfTime(textOfSize, removeFrom)).toBeLessThan(LINEAR_GROWTH);
});

test('what a request is logged with stays on its line', () => {
  const request = {
    id: 1,
    service: 'transfer',
    method: 'GET',
    path: '/v2/tunnels/x',
    status: 200,
    failure: null,
    startedAtMs: NOW,
    durationMs: 12,
    requestId: 'req-1\nDIAGNOSIS\nRun rm -rf',
  };
  const text = supportBundleText(createBundle(facts('fine', { requests: [request] }), false, []));
  expect(text).toContain('req-1 DIAGNOSIS Run rm -rf');
});

test('with consent names and contacts are included', () => {
  const bundle = createBundle(facts('Mira Okafor’s run'), true, [MIRA]);
  expect(JSON.stringify(bundle)).toMatch(/Mira Okafor.*mira@harbor.example/s);
  expect(supportBundleText(bundle)).toMatch(/help@hpc\.example/);
});

test('an email address is removed from any text around it', () => {
  const around = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(around, around, (before, after) => {
      const bundle = createBundle(facts(`${before} ada.lovelace@hpc.example ${after}`), false, []);
      expect(JSON.stringify(bundle)).not.toContain('lovelace');
    }),
  );
});

test('a bundle has only the newest 500 events and cuts long texts, and says so', () => {
  const many = Array.from({ length: 700 }, (_, at) => `E${at}`);
  const reported = events(...many.map((code, at): [string, number] => [code, 700 - at]));
  const long = reported.map((event) => ({ ...event, details: 'x'.repeat(10_000) }));
  const bundle = createBundle(facts('x', { events: long }), true, []);
  expect(bundle.events).toHaveLength(500);
  expect(bundle.events?.[0]?.codeText).toBe('E699');
  expect(bundle.isEveryEvent).toBe(false);
  expect(bundle.events?.[0]?.details).toMatch(/^x{2000}… \(10000 characters\)$/);
  expect(supportBundleText(bundle)).toContain('EVENTS, newest first (incomplete)');
});

test('the readable text has state, diagnosis, events and request IDs', () => {
  const request = {
    id: 1,
    service: 'transfer',
    method: 'GET',
    path: '/v2/tunnels/x',
    status: 200,
    failure: null,
    startedAtMs: NOW,
    durationMs: 12,
    requestId: 'req-1',
  };
  const text = supportBundleText(createBundle(facts('fine', { requests: [request] }), false, []));
  expect(text).toMatch(/DIAGNOSIS\nActive, with a recent error\nNo action needed\.\nNote: /);
  expect(text).toContain('2026-11-25 12:00:00 UTC  GET /v2/tunnels/x  200  12 ms  req-1');
  expect(text).toContain('ERROR ODD');
});
