import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import {
  changedFields,
  checkDraft,
  listenerContactText,
  parseLifetime,
  toTunnelRequest,
} from './parseDraft.ts';

const A = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const B = '1e2d3c4b-5a69-4788-9a0b-c1d2e3f40516';
const GOOD: Draft = { ...EMPTY_DRAFT, initiatorId: A, listenerId: B };

let made = 0;
const newId = () => `made-${++made}`;

describe('toTunnelRequest', () => {
  it('makes the request of a draft', () => {
    const draft = {
      ...GOOD,
      lifetime: ' 90 ',
      restartable: true,
      listenerHost: '[2001:DB8::1]',
      listenerPort: ' 5000',
    };
    expect(toTunnelRequest(draft, ' Beam to cluster ', () => 'id-1')).toEqual({
      submissionId: 'id-1',
      label: 'Beam to cluster',
      lifetimeMinutes: 90,
      restartable: true,
      initiatorAccessPointId: A,
      listenerAccessPointId: B,
      listenerContact: { host: '2001:db8::1', port: 5000 },
    });
  });

  it('sends no empty label and no half contact', () => {
    expect(toTunnelRequest(GOOD, '  ', newId)).toMatchObject({ label: null, listenerContact: null });
    expect(toTunnelRequest({ ...GOOD, listenerPort: '80' }, '', newId)).toBeNull();
  });

  it('allows the same access point on both sides', () => {
    expect(toTunnelRequest({ ...GOOD, listenerId: A }, '', newId)).not.toBeNull();
  });

  it('keeps the submission id of the same request, and of no other', () => {
    const draft = { ...GOOD, listenerHost: '192.0.2.1', listenerPort: '80' };
    const attempt = toTunnelRequest(draft, 'x', newId);
    const again = { ...draft, attempt };
    expect(toTunnelRequest(again, 'x', newId)?.submissionId).toBe(attempt?.submissionId);
    expect(toTunnelRequest({ ...again, lifetime: ' 0360' }, ' x ', newId)?.submissionId).toBe(
      attempt?.submissionId,
    );
    const changes: Partial<Draft>[] = [
      { initiatorId: B },
      { listenerId: A },
      { lifetime: '361' },
      { restartable: true },
      { listenerHost: '192.0.2.2' },
      { listenerPort: '81' },
      { listenerHost: '', listenerPort: '' },
    ];
    const ids = changes.map((change) => toTunnelRequest({ ...again, ...change }, 'x', newId)?.submissionId);
    ids.push(toTunnelRequest(again, 'y', newId)?.submissionId);
    expect(ids).not.toContain(attempt?.submissionId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('checkDraft', () => {
  it('says what is missing in an empty draft', () => {
    expect(Object.keys(checkDraft(EMPTY_DRAFT))).toEqual(['initiator', 'listener']);
  });

  it.each<[Partial<Draft>, string[]]>([
    [{}, []],
    [{ initiatorId: 'the harbor' }, ['initiator']],
    [{ initiatorId: 'AP:7' }, []],
    [{ lifetime: '' }, ['lifetime']],
    [{ lifetime: '0' }, ['lifetime']],
    [{ lifetime: '1.5' }, ['lifetime']],
    [{ lifetime: '-5' }, ['lifetime']],
    [{ lifetime: '1e3' }, ['lifetime']],
    [{ listenerHost: 'node.example', listenerPort: '80' }, ['listenerHost']],
    [{ listenerHost: '192.0.2.1' }, ['listenerPort']],
    [{ listenerPort: '70000' }, ['listenerHost', 'listenerPort']],
    [{ listenerHost: '  ', listenerPort: ' ' }, []],
  ])('%j', (change, wrong) => {
    expect(Object.keys(checkDraft({ ...GOOD, ...change }))).toEqual(wrong);
  });
});

it('parses whole minutes only', () => {
  expect(parseLifetime(' 10080 ')).toBe(10_080);
  expect(parseLifetime('9999999999')).toBeNull();
});

it('shows a contact only when it is whole', () => {
  expect(listenerContactText({ ...GOOD, listenerHost: '::1', listenerPort: '9' })).toBe('[::1]:9');
  expect(listenerContactText({ ...GOOD, listenerHost: '192.0.2.1' })).toBeNull();
});

it('knows which fields a change touches', () => {
  expect(changedFields({ listenerId: B, initiatorId: A })).toEqual(new Set(['initiator', 'listener']));
  expect(changedFields({ resume: true })).toEqual(new Set());
});
