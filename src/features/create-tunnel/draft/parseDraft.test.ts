import { describe, expect, it } from 'vitest';
import type { TunnelRequest } from '../../../domain/tunnel/request.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import {
  changedFields,
  listenerAddressText,
  parseDraft,
  parseLifetime,
  withSubmissionId,
} from './parseDraft.ts';

const A = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const B = '1e2d3c4b-5a69-4788-9a0b-c1d2e3f40516';
const VALID: Draft = { ...EMPTY_DRAFT, initiatorId: A, listenerId: B };

describe('parseDraft', () => {
  it('returns the request of a valid draft', () => {
    const draft = {
      ...VALID,
      lifetime: ' 90 ',
      restartable: true,
      listenerHost: '[2001:DB8::1]',
      listenerPort: ' 5000',
    };
    expect(parseDraft(draft, ' Beam to cluster ')).toEqual({
      request: {
        label: 'Beam to cluster',
        lifetimeMinutes: 90,
        restartable: true,
        initiatorAccessPointId: A,
        listenerAccessPointId: B,
        listenerContact: { host: '2001:db8::1', port: 5000 },
      },
      errors: {},
    });
  });

  it('sends no empty label', () => {
    expect(parseDraft(VALID, '  ').request).toMatchObject({ label: null, listenerContact: null });
  });

  it('allows the same access point on both sides', () => {
    expect(parseDraft({ ...VALID, listenerId: A }, '').request).not.toBeNull();
  });

  it('reports both sides of an empty draft as missing', () => {
    expect(Object.keys(parseDraft(EMPTY_DRAFT, '').errors)).toEqual(['initiator', 'listener']);
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
    [{ listenerPort: '80' }, ['listenerHost']],
    [{ listenerPort: '70000' }, ['listenerHost', 'listenerPort']],
    [{ listenerHost: '  ', listenerPort: ' ' }, []],
  ])('%j has errors in %j', (change, fields) => {
    const { request, errors } = parseDraft({ ...VALID, ...change }, '');
    expect(Object.keys(errors)).toEqual(fields);
    expect(Object.values(errors)).not.toContain('');
    expect(request === null).toBe(fields.length > 0);
  });
});

describe('withSubmissionId', () => {
  let count = 0;
  const newId = () => `id-${++count}`;
  const idOf = (draft: Draft, label: string, attempt: TunnelRequest | null) => {
    const { request } = parseDraft(draft, label);
    return request && withSubmissionId(request, attempt, newId).submissionId;
  };

  it('keeps the submission ID of the same request, and of no other', () => {
    const draft = { ...VALID, listenerHost: '192.0.2.1', listenerPort: '80' };
    const { request } = parseDraft(draft, 'x');
    if (!request) throw new Error('The draft is valid.');
    const attempt = withSubmissionId(request, null, newId);
    expect(idOf(draft, 'x', attempt)).toBe(attempt.submissionId);
    expect(idOf({ ...draft, lifetime: ' 0360' }, ' x ', attempt)).toBe(attempt.submissionId);
    const changes: Partial<Draft>[] = [
      { initiatorId: B },
      { listenerId: A },
      { lifetime: '361' },
      { restartable: true },
      { listenerHost: '192.0.2.2' },
      { listenerPort: '81' },
      { listenerHost: '', listenerPort: '' },
    ];
    const ids = changes.map((change) => idOf({ ...draft, ...change }, 'x', attempt));
    ids.push(idOf(draft, 'y', attempt));
    expect(ids).not.toContain(attempt.submissionId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('parses whole minutes only', () => {
  expect(parseLifetime(' 10080 ')).toEqual({ value: 10_080 });
  expect(parseLifetime('9999999999')).toHaveProperty('error');
});

it('shows a listener address only when it is complete', () => {
  expect(listenerAddressText({ ...VALID, listenerHost: '::1', listenerPort: '9' })).toBe('[::1]:9');
  expect(listenerAddressText({ ...VALID, listenerHost: '192.0.2.1' })).toBeNull();
});

it('finds the fields that a change affects', () => {
  expect(changedFields({ listenerId: B, initiatorId: A })).toEqual(new Set(['initiator', 'listener']));
  expect(changedFields({ resume: true })).toEqual(new Set());
});
