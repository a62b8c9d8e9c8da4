import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { number, object } from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { SessionEndedError } from '../../session/tokens/SessionEndedError.ts';
import { ApiError } from './errors.ts';
import { request } from './http.ts';
import { clearRequestLog, requestLog } from './requestLog.ts';
import { setSessionForTests } from './sessionForTests.ts';

const session = { getAccessToken: vi.fn(), reportUnauthorized: vi.fn() };

type Responder = (incoming: IncomingMessage, response: ServerResponse, body: string) => void;
let responders: Responder[] = [];
let received: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
/** Different in each test: a call that an earlier test aborted may arrive late. */
let baseUrl = '';
let testNumber = 0;

const server = createServer((incoming, response) => {
  const [, number, url = ''] = /^\/(\d+)(.*)$/.exec(incoming.url ?? '') ?? [];
  if (number !== String(testNumber)) {
    response.destroy();
    return;
  }
  let body = '';
  incoming.on('data', (chunk) => (body += String(chunk)));
  incoming.on('end', () => {
    received.push({ method: incoming.method ?? '', url, headers: incoming.headers, body });
    (responders.shift() ?? json(500, null))(incoming, response, body);
  });
});

const json =
  (status: number, document: unknown, headers: Record<string, string> = {}): Responder =>
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

async function errorOf(call: Promise<unknown>): Promise<ApiError> {
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
  testNumber += 1;
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${testNumber}`;
  configure({ authUrl: `${baseUrl}/auth`, transferUrl: baseUrl });
  responders = [];
  received = [];
  setSessionForTests(session);
  session.getAccessToken
    .mockReset()
    .mockImplementation(async (resourceServer: string) => `token-of-${resourceServer}`);
  session.reportUnauthorized.mockReset().mockResolvedValue(false);
});

describe('a call', () => {
  test('sends token, client info and query, and returns document and request ID', async () => {
    responders = [json(200, { value: 1, meta: { request_id: 'r' } })];
    const query = { 'page[limit]': 5, 'filter[fulltext]': 'a b&c', left: undefined };
    const response = await request({
      service: 'transfer',
      method: 'GET',
      path: '/v2/x',
      query,
      schema: Schema,
    });
    expect(response).toMatchObject({ data: { value: 1 }, requestId: 'r' });
    expect(received[0]?.url).toBe('/v2/x?page%5Blimit%5D=5&filter%5Bfulltext%5D=a+b%26c');
    expect(received[0]?.headers.authorization).toBe('Bearer token-of-transfer.api.globus.org');
    expect(received[0]?.headers['x-globus-client-info']).toMatch(
      /^product=globus-streams-dashboard,version=\d+\.\d+\.\d+$/,
    );
    expect(received[0]?.headers['content-type']).toBeUndefined();
  });

  test('sends its body as JSON, and to each service the token of that service', async () => {
    responders = [json(200, { value: 1 }), json(200, { value: 2 })];
    await request({ service: 'auth', method: 'POST', path: '/y', body: { a: 1 }, schema: Schema });
    const gcs = { gcsUrl: `${baseUrl}/gcs`, endpointId: 'e1' };
    await request({ service: gcs, method: 'DELETE', path: '/z', schema: Schema });
    expect(received.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/auth/y', '{"a":1}'],
      ['DELETE', '/gcs/z', ''],
    ]);
    expect(received[0]?.headers['content-type']).toBe('application/json');
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-of-auth.globus.org',
      'Bearer token-of-e1',
    ]);
  });
});

describe('an error response', () => {
  test('becomes an ApiError with its content', async () => {
    const document = { errors: [{ code: 'Busy', detail: 'Later.' }], meta: { request_id: 'r' } };
    responders = [json(503, document, { 'Retry-After': '7' })];
    expect(await errorOf(get())).toMatchObject({
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

  test.each(['', '<html><h1>Bad gateway</h1>', '{"errors": [{"det'])('may have the body %j', async (body) => {
    responders = [(_incoming, response) => response.writeHead(502).end(body)];
    const error = await errorOf(get());
    expect(error).toMatchObject({ kind: 'unavailable', status: 502, code: null });
    expect(error.detail).not.toContain('<');
  });

  test('never shows the token, even when the server echoes it', async () => {
    responders = [
      (incoming, response) =>
        json(403, { code: 'x', message: incoming.headers.authorization })(incoming, response, ''),
    ];
    const error = await errorOf(get());
    expect(error.detail).toBe('Bearer [token]');
    expect(JSON.stringify({ ...error, stack: error.stack })).not.toContain('token-of');
  });

  test('is logged without query, body and token, whatever the outcome', async () => {
    clearRequestLog();
    responders = [
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
    await errorOf(get());
    await errorOf(get());
    const base = { service: 'transfer', path: '/v2/x' };
    expect(requestLog()).toMatchObject([
      { ...base, id: expect.any(Number), method: 'GET', status: null, failure: 'network', requestId: null },
      { ...base, method: 'GET', status: 503, failure: null, requestId: 'bad' },
      { ...base, method: 'POST', status: 200, failure: null, requestId: 'good' },
    ]);
    expect(JSON.stringify([requestLog(), text])).not.toMatch(/secret|token-of/);
  });
});

describe('a transport', () => {
  test('replaces the fetch, and its response is handled like any other', async () => {
    const transport = vi.fn(async (_url: string, _token: string, _signal: AbortSignal) =>
      Response.json({ code: 'Busy', message: 'Later.', request_id: 'r' }, { status: 503 }),
    );
    const call = { service: 'transfer', method: 'GET', path: '/v2/x', query: { a: 1 } } as const;
    const error = await errorOf(request({ ...call, schema: Schema, transport }));
    expect(error).toMatchObject({ kind: 'unavailable', detail: 'Later.', requestId: 'r' });
    expect(transport.mock.calls).toEqual([
      [`${baseUrl}/v2/x?a=1`, 'token-of-transfer.api.globus.org', expect.any(AbortSignal)],
    ]);
    expect(received).toHaveLength(0);
  });

  test('that fails is a connection that failed', async () => {
    const call = { service: 'transfer', method: 'GET', path: '/v2/x', schema: Schema } as const;
    const transport = () => Promise.reject(new TypeError('No response'));
    expect((await errorOf(request({ ...call, transport }))).kind).toBe('network');
  });
});

describe('a rejected token', () => {
  test('is reported, and the call repeated once with a newer one', async () => {
    session.getAccessToken.mockResolvedValueOnce('old').mockResolvedValueOnce('new');
    session.reportUnauthorized.mockResolvedValue(true);
    responders = [json(401, {}), json(200, { value: 1 })];
    expect((await get()).data).toEqual({ value: 1 });
    expect(session.reportUnauthorized.mock.calls).toEqual([['transfer.api.globus.org', 'old']]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  test('leads to one repeat at most', async () => {
    session.reportUnauthorized.mockResolvedValue(true);
    responders = [json(401, {}), json(401, {}), json(200, { value: 1 })];
    expect((await errorOf(get())).kind).toBe('unauthorized');
    expect(received).toHaveLength(2);
    expect(session.reportUnauthorized).toHaveBeenCalledTimes(1);
  });

  test('fails the call when the session has no newer one', async () => {
    responders = [json(401, { code: 'AuthenticationFailed', message: 'expired' })];
    expect(await errorOf(get())).toMatchObject({ kind: 'unauthorized', detail: 'expired' });
    expect(received).toHaveLength(1);
  });

  test('isn’t reported when the response has sign-in requirements: the token isn’t the reason', async () => {
    responders = [json(401, { authorization_parameters: { session_required_mfa: true } })];
    expect((await errorOf(get())).kind).toBe('step-up');
    expect(session.reportUnauthorized).not.toHaveBeenCalled();
  });

  test('nothing is sent without a token', async () => {
    session.getAccessToken.mockRejectedValue(new SessionEndedError());
    await expect(get()).rejects.toBeInstanceOf(SessionEndedError);
    expect(received).toHaveLength(0);
  });
});

describe('a 2xx response with an unexpected document', () => {
  test.each([
    ['not JSON', '<html>', 'The response wasn’t valid JSON.'],
    ['an empty body', '', 'The response wasn’t valid JSON.'],
    [
      'the wrong type',
      '{"value":"secret-word","meta":{"request_id":"r"}}',
      'Unexpected response: value should be number.',
    ],
    ['a missing part', '[1]', 'Unexpected response: value is missing.'],
    ['no object', '7', 'Unexpected response: the document should be Object.'],
  ])('%s', async (_what, body, detail) => {
    responders = [(_incoming, response) => response.writeHead(200).end(body)];
    const error = await errorOf(get());
    expect(error).toMatchObject({ kind: 'malformed', status: 200 });
    expect(error.detail).toBe(detail);
    if (body.includes('request_id')) expect(error.requestId).toBe('r');
  });
});

describe('no response', () => {
  test('the connection drops', async () => {
    responders = [(incoming) => incoming.socket.destroy()];
    expect(await errorOf(get())).toMatchObject({
      kind: 'network',
      detail: 'Couldn’t reach the service, or the connection dropped.',
      status: null,
      requestId: null,
    });
  });

  test('the connection drops within the body', async () => {
    responders = [
      (incoming, response) => {
        response.writeHead(200, { 'Content-Length': '100' }).write('{"val');
        setImmediate(() => incoming.socket.destroy());
      },
    ];
    expect((await errorOf(get())).kind).toBe('network');
  });

  test('the request times out', async () => {
    responders = [() => {}];
    expect(await errorOf(get({ timeoutMs: 50 }))).toMatchObject({
      kind: 'timeout',
      detail: 'The request timed out.',
      status: null,
    });
  });

  test('a redirect isn’t followed', async () => {
    responders = [json(302, {}, { Location: `${baseUrl}/elsewhere` }), json(200, { value: 1 })];
    expect((await errorOf(get())).kind).toBe('network');
    expect(received).toHaveLength(1);
  });

  test('a caller that aborts gets its own reason', async () => {
    const controller = new AbortController();
    responders = [() => controller.abort()];
    await expect(get({ signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
