import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { number, object } from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { SessionEndedError } from '../../session/SessionEndedError.ts';
import { ApiError } from './errors.ts';
import { request } from './http.ts';
import { clearRequestLog, requestLog } from './requestLog.ts';

const session = vi.hoisted(() => ({ getAccessToken: vi.fn(), reportUnauthorized: vi.fn() }));
vi.mock('../../session/session.ts', () => session);

type Answer = (incoming: IncomingMessage, response: ServerResponse, body: string) => void;
let answers: Answer[] = [];
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
/** Another one in each test: a call that an earlier test gave up may reach the server only now. */
let baseUrl = '';
let turn = 0;

const server = createServer((incoming, response) => {
  const [, ofTurn, url = ''] = /^\/(\d+)(.*)$/.exec(incoming.url ?? '') ?? [];
  if (ofTurn !== String(turn)) {
    response.destroy();
    return;
  }
  let body = '';
  incoming.on('data', (chunk) => (body += String(chunk)));
  incoming.on('end', () => {
    seen.push({ method: incoming.method ?? '', url, headers: incoming.headers, body });
    (answers.shift() ?? json(500, null))(incoming, response, body);
  });
});

const json =
  (status: number, document: unknown, headers: Record<string, string> = {}): Answer =>
  (_incoming, response) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(document));

function configure(services: { authUrl: string; transferUrl: string }) {
  const config = parseConfig({ clientId: 'c', ...services }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
}

const Schema = object({ value: number() });
const get = (extra: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
  request({ service: 'transfer', method: 'GET', path: '/v2/x', schema: Schema, ...extra });

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  turn += 1;
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${turn}`;
  configure({ authUrl: `${baseUrl}/auth`, transferUrl: baseUrl });
  answers = [];
  seen = [];
  session.getAccessToken
    .mockReset()
    .mockImplementation(async (resourceServer: string) => `token-of-${resourceServer}`);
  session.reportUnauthorized.mockReset().mockResolvedValue(false);
});

describe('a call', () => {
  test('carries token, client info and query, and gives document and request id', async () => {
    answers = [json(200, { value: 1, meta: { request_id: 'r' } })];
    const query = { 'page[limit]': 5, 'filter[fulltext]': 'a b&c', left: undefined };
    const answer = await request({
      service: 'transfer',
      method: 'GET',
      path: '/v2/x',
      query,
      schema: Schema,
    });
    expect(answer).toMatchObject({ data: { value: 1 }, requestId: 'r' });
    expect(seen[0]?.url).toBe('/v2/x?page%5Blimit%5D=5&filter%5Bfulltext%5D=a+b%26c');
    expect(seen[0]?.headers.authorization).toBe('Bearer token-of-transfer.api.globus.org');
    expect(seen[0]?.headers['x-globus-client-info']).toMatch(
      /^product=globus-streams-dashboard,version=\d+\.\d+\.\d+$/,
    );
    expect(seen[0]?.headers['content-type']).toBeUndefined();
  });

  test('sends its body as JSON, to each service with its own token', async () => {
    answers = [json(200, { value: 1 }), json(200, { value: 2 })];
    await request({ service: 'auth', method: 'POST', path: '/y', body: { a: 1 }, schema: Schema });
    const gcs = { gcsUrl: `${baseUrl}/gcs`, endpointId: 'e1' };
    await request({ service: gcs, method: 'DELETE', path: '/z', schema: Schema });
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/auth/y', '{"a":1}'],
      ['DELETE', '/gcs/z', ''],
    ]);
    expect(seen[0]?.headers['content-type']).toBe('application/json');
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-of-auth.globus.org',
      'Bearer token-of-e1',
    ]);
  });
});

describe('a refusal', () => {
  test('becomes an ApiError with what the answer says', async () => {
    const document = { errors: [{ code: 'Busy', detail: 'Later.' }], meta: { request_id: 'r' } };
    answers = [json(503, document, { 'Retry-After': '7' })];
    expect(await failureOf(get())).toMatchObject({
      kind: 'unavailable',
      status: 503,
      code: 'Busy',
      detail: 'Later.',
      requestId: 'r',
      retryAfterMs: 7000,
      method: 'GET',
      path: '/v2/x',
    });
  });

  test.each(['', '<html><h1>Bad gateway</h1>', '{"errors": [{"det'])('survives the body %j', async (body) => {
    answers = [(_incoming, response) => response.writeHead(502).end(body)];
    const error = await failureOf(get());
    expect(error).toMatchObject({ kind: 'unavailable', status: 502, code: null });
    expect(error.detail).not.toContain('<');
  });

  test('never shows the token, even when the server repeats it', async () => {
    answers = [
      (incoming, response) =>
        json(403, { code: 'x', message: incoming.headers.authorization })(incoming, response, ''),
    ];
    const error = await failureOf(get());
    expect(error.detail).toBe('Bearer [token]');
    expect(JSON.stringify({ ...error, stack: error.stack })).not.toContain('token-of');
  });

  test('is written down without query, body and token, however it ends', async () => {
    clearRequestLog();
    answers = [
      json(200, { value: 1, meta: { request_id: 'good' }, echo: 'Bearer token-of-transfer.api.globus.org' }),
      json(503, { request_id: 'bad' }),
      (_incoming, response) => response.destroy(),
    ];
    const call = { service: 'transfer', path: '/v2/x', schema: Schema } as const;
    const { text } = await request({
      ...call,
      method: 'POST',
      query: { q: 'secret' },
      body: { b: 'secret' },
    });
    expect(text).toContain('[token]');
    await failureOf(get());
    await failureOf(get());
    const base = { service: 'transfer', path: '/v2/x' };
    expect(requestLog()).toMatchObject([
      { ...base, id: expect.any(Number), method: 'GET', status: null, failure: 'network', requestId: null },
      { ...base, method: 'GET', status: 503, failure: null, requestId: 'bad' },
      { ...base, method: 'POST', status: 200, failure: null, requestId: 'good' },
    ]);
    expect(JSON.stringify([requestLog(), text])).not.toMatch(/secret|token-of/);
  });
});

describe('a refused token', () => {
  test('is reported, and the call repeated once with the newer one', async () => {
    session.getAccessToken.mockResolvedValueOnce('old').mockResolvedValueOnce('new');
    session.reportUnauthorized.mockResolvedValue(true);
    answers = [json(401, {}), json(200, { value: 1 })];
    expect((await get()).data).toEqual({ value: 1 });
    expect(session.reportUnauthorized.mock.calls).toEqual([['transfer.api.globus.org', 'old']]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  test('is not repeated twice', async () => {
    session.reportUnauthorized.mockResolvedValue(true);
    answers = [json(401, {}), json(401, {}), json(200, { value: 1 })];
    expect((await failureOf(get())).kind).toBe('unauthorized');
    expect(seen).toHaveLength(2);
    expect(session.reportUnauthorized).toHaveBeenCalledTimes(1);
  });

  test('ends the call when the session is over', async () => {
    answers = [json(401, { code: 'AuthenticationFailed', message: 'expired' })];
    expect(await failureOf(get())).toMatchObject({ kind: 'unauthorized', detail: 'expired' });
    expect(seen).toHaveLength(1);
  });

  test('is no matter of the token when it comes with demands', async () => {
    answers = [json(401, { authorization_parameters: { session_required_mfa: true } })];
    expect((await failureOf(get())).kind).toBe('step-up');
    expect(session.reportUnauthorized).not.toHaveBeenCalled();
  });

  test('without any token nothing is sent', async () => {
    session.getAccessToken.mockRejectedValue(new SessionEndedError());
    await expect(get()).rejects.toBeInstanceOf(SessionEndedError);
    expect(seen).toHaveLength(0);
  });
});

describe('a good status with a bad document', () => {
  test.each([
    ['not JSON', '<html>', 'The answer was not JSON.'],
    ['nothing', '', 'The answer was not JSON.'],
    ['the wrong type', '{"value":"secret-word","meta":{"request_id":"r"}}', 'value should be number.'],
    ['a part missing', '[1]', 'value is missing.'],
    ['no object at all', '7', 'the document should be Object.'],
  ])('%s', async (_what, body, words) => {
    answers = [(_incoming, response) => response.writeHead(200).end(body)];
    const error = await failureOf(get());
    expect(error).toMatchObject({ kind: 'malformed', status: 200 });
    expect(error.detail).toContain(words);
    expect(error.detail).not.toContain('secret-word');
    if (body.includes('request_id')) expect(error.requestId).toBe('r');
  });
});

describe('no answer', () => {
  test('a cut connection', async () => {
    answers = [(incoming) => incoming.socket.destroy()];
    expect(await failureOf(get())).toMatchObject({ kind: 'network', status: null, requestId: null });
  });

  test('a connection cut within the body', async () => {
    answers = [
      (incoming, response) => {
        response.writeHead(200, { 'Content-Length': '100' }).write('{"val');
        setImmediate(() => incoming.socket.destroy());
      },
    ];
    expect((await failureOf(get())).kind).toBe('network');
  });

  test('too late', async () => {
    answers = [() => {}];
    expect(await failureOf(get({ timeoutMs: 50 }))).toMatchObject({ kind: 'timeout', status: null });
  });

  test('a redirect is not followed', async () => {
    answers = [json(302, {}, { Location: `${baseUrl}/elsewhere` }), json(200, { value: 1 })];
    expect((await failureOf(get())).kind).toBe('network');
    expect(seen).toHaveLength(1);
  });

  test('a caller who gave up gets its own reason back', async () => {
    const controller = new AbortController();
    answers = [() => controller.abort()];
    await expect(get({ signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
