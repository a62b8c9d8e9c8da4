import { describe, expect, it, test } from 'vitest';
import { SessionEndedError } from '../../session/tokens/SessionEndedError.ts';
import { extractRequestId } from './errorDocument.ts';
import { classifyError, isNotFoundOrForbidden, needsSignIn, rethrowAsNotFound } from './errors.ts';

const classify = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  classifyError({ method: 'GET', path: '/v2/tunnels', status, body, headers: new Headers(headers) });

describe('the five formats', () => {
  test('1: v2', () => {
    const error = classify(403, {
      errors: [
        { status: 403, code: 'PermissionDenied', detail: 'Not yours.' },
        { status: 403, code: 'Other', detail: 'Really.' },
      ],
      meta: { request_id: 'r1' },
    });
    expect(error).toMatchObject({
      kind: 'forbidden',
      status: 403,
      code: 'PermissionDenied',
      requestId: 'r1',
    });
    expect(error.detail).toBe('Not yours. Really.');
    expect(error.authorization).toBeNull();
  });

  test('2: v0.10', () => {
    expect(
      classify(404, { code: 'EndpointNotFound', message: 'No such endpoint', request_id: 'r2' }),
    ).toMatchObject({
      kind: 'not-found',
      code: 'EndpointNotFound',
      detail: 'No such endpoint',
      message: 'No such endpoint',
      requestId: 'r2',
    });
  });

  test('3: validation', () => {
    const loc = ['body', 'data', 'attributes', 'label'];
    const detail = [
      { loc, msg: 'too long', type: 'string_too_long' },
      { loc: ['body', 'data', 0], msg: 'wrong' },
      { loc: 7 },
    ];
    const error = classify(422, { detail });
    expect(error.kind).toBe('validation');
    expect(error.fieldErrors).toEqual([
      { path: loc, message: 'too long' },
      { path: ['body', 'data', '0'], message: 'wrong' },
    ]);
    expect(error.detail).toBe('label: too long 0: wrong');
  });

  test('4: GCS', () => {
    const body = {
      code: 'not_found',
      http_response_code: 404,
      data: [],
      message: 'short',
      detail: 'The long story',
    };
    expect(classify(404, body)).toMatchObject({
      kind: 'not-found',
      code: 'not_found',
      detail: 'The long story',
    });
    expect(classify(404, { ...body, detail: { DATA_TYPE: 'x' } }).detail).toBe('short');
  });

  test.each([[null], ['<html>'], [[]], [7], [{ hello: 'world' }], [{ errors: 'no' }]])('5: %j', (body) => {
    const error = classify(502, body);
    expect(error).toMatchObject({ kind: 'unavailable', code: null, requestId: null, fieldErrors: [] });
    expect(error.detail).toBe('The service returned HTTP 502 without an explanation.');
  });
});

test.each([
  [400, 'validation'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [408, 'timeout'],
  [409, 'conflict'],
  [410, 'not-found'],
  [418, 'other'],
  [422, 'validation'],
  [429, 'rate-limited'],
  [500, 'unavailable'],
  [501, 'other'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
])('%d is %s', (status, kind) => {
  expect(classify(status, null).kind).toBe(kind);
});

test.each([
  'ExternalError',
  'EndpointError',
  'ExternalError.GatewayRefused',
  'ENDPOINT_ERROR',
  'external-error',
  'Endpoint Error',
])('%s is a site failure', (code) => {
  expect(classify(502, { errors: [{ code, detail: 'x' }] }).kind).toBe('site-failure');
  expect(classify(500, { code, message: 'x' }).kind).toBe('site-failure');
  // Not gone: the site couldn't be asked.
  for (const status of [404, 410]) expect(isNotFoundOrForbidden(classify(status, { code }))).toBe(false);
});

test('a site failure among other errors counts', () => {
  const error = classify(502, { errors: [{ code: 'BadGateway', detail: 'x' }, { code: 'ExternalError' }] });
  expect(error).toMatchObject({ kind: 'site-failure', code: 'BadGateway' });
});

test('the text of a message never matters', () => {
  expect(classify(500, { message: 'ExternalError ConsentRequired 404 not found' }).kind).toBe('unavailable');
});

const NOW = 'Wed, 21 Oct 2026 07:28:00 GMT';
const SOON = 'Wed, 21 Oct 2026 07:28:40 GMT';

test.each<[Record<string, string>, number | null]>([
  [{ 'Retry-After': '5' }, 5000],
  [{ 'Retry-After': ' 0 ' }, 0],
  [{ 'Retry-After': '99999999999' }, 3_600_000],
  [{ 'Retry-After': '-1' }, null],
  [{ 'Retry-After': '1.5' }, null],
  [{ 'Retry-After': 'soon' }, null],
  [{}, null],
  [{ 'Retry-After': SOON, Date: NOW }, 40_000],
  [{ 'Retry-After': NOW, Date: SOON }, 0],
  [{ 'Retry-After': 'Fri, 23 Oct 2026 07:28:00 GMT', Date: NOW }, 3_600_000],
  [{ 'Retry-After': new Date(Date.now() - 60_000).toUTCString() }, 0],
])('%j is a Retry-After of %j ms', (headers, ms) => {
  expect(classify(429, null, headers).retryAfterMs).toBe(ms);
});

test('a Retry-After date without a Date header is compared with the local clock', () => {
  const { retryAfterMs } = classify(503, null, {
    'Retry-After': new Date(Date.now() + 60_000).toUTCString(),
  });
  expect(retryAfterMs).toBeGreaterThan(50_000);
  expect(retryAfterMs).toBeLessThanOrEqual(60_000);
});

test.each([
  ['several lines', 'req-1\r\nDIAGNOSIS\u2028\tRun this', 'req-1 DIAGNOSIS Run this'],
  ['reversed text', 'req\u202e-1', 'req-1'],
  ['a long text', 'x'.repeat(1_000_000), `${'x'.repeat(199)}…`],
  ['nothing but white space', ' \n', null],
  ['a list', ['req-1'], null],
])('a request ID is one line of at most 200 characters: %s', (_what, id, requestId) => {
  expect(classify(500, { request_id: id }).requestId).toBe(requestId);
  expect(extractRequestId({ data: [], meta: { request_id: id } })).toBe(requestId);
  expect(extractRequestId({ errors: [{ request_id: id }] })).toBe(requestId);
});

describe('hostile bodies', () => {
  it('don’t reach prototypes', () => {
    const body: unknown = JSON.parse('{"__proto__":{"code":"ConsentRequired","required_scopes":["x"]}}');
    expect(classify(403, body)).toMatchObject({ kind: 'forbidden', code: null });
  });

  it('are truncated', () => {
    const long = 'x'.repeat(1_000_000);
    const items = Array.from({ length: 10_000 }, () => ({ loc: [long], msg: long }));
    const error = classify(422, { detail: items, code: long, request_id: long });
    expect(error.fieldErrors).toHaveLength(50);
    expect(error.detail.length).toBeLessThan(2100);
    expect(error.code?.length).toBeLessThan(2100);
  });
});

const ID = 'A1B2C3D4-0000-4000-8000-00000000009f';
test.each([
  ['a1b2c3', 400, 'not-found'],
  ['100%', 422, 'not-found'],
  ['a1b2c3', 404, 'not-found'],
  ['a1b2c3', 403, 'forbidden'],
  ['a1b2c3', 503, 'unavailable'],
  [ID, 400, 'validation'],
])('getting %j with response %i is of kind %s, and keeps everything else', (id, status, kind) => {
  const error = classify(status, { code: 'Odd', message: 'No.', request_id: 'r' });
  const { code, detail, serverDetail, requestId, path } = error;
  expect(serverDetail).toBe('No.');
  expect(() => rethrowAsNotFound(error, id)).toThrow(
    expect.objectContaining({ kind, status, code, detail, serverDetail, requestId, path }),
  );
});

it.each([
  { error: classify(401, {}), signIn: true, isNotOurs: false },
  { error: classify(403, { authorization_parameters: { prompt: 'login' } }), signIn: true, isNotOurs: false },
  { error: new SessionEndedError(), signIn: true, isNotOurs: false },
  { error: classify(403, {}), signIn: false, isNotOurs: true },
  { error: classify(404, {}), signIn: false, isNotOurs: true },
  { error: classify(410, {}), signIn: false, isNotOurs: true },
  { error: classify(503, {}), signIn: false, isNotOurs: false },
  { error: new TypeError('a bug'), signIn: false, isNotOurs: false },
  { error: null, signIn: false, isNotOurs: false },
])('$error: needs sign-in $signIn, not found or forbidden $isNotOurs', ({ error, signIn, isNotOurs }) => {
  expect([needsSignIn(error), isNotFoundOrForbidden(error)]).toEqual([signIn, isNotOurs]);
});
