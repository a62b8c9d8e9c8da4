import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { setSessionForTests } from '../http/sessionForTests.ts';
import { type CreationFailure, createTunnel } from './createTunnel.ts';

type Responder = () => Promise<Response>;

const SUBMISSION_ID = 'the-only-one';
/** The responses to the next POSTs, in order; and to each GET of the list. */
let responses: Responder[] = [];
let list: Responder;
let submissions: string[] = [];
let lookups = 0;

const tunnel = (submissionId: string, id = 'made') => ({
  type: 'Tunnel',
  id,
  attributes: { state: 'UNINITIALIZED', status: 'new', submission_id: submissionId },
});
const made: Responder = async () => Response.json({ data: tunnel(SUBMISSION_ID) }, { status: 201 });
const lost: Responder = async () => {
  throw new TypeError('Failed to fetch');
};
const refused = (status: number, code = 'Code', headers: Record<string, string> = {}): Responder => {
  return async () => Response.json({ errors: [{ status, code, detail: 'No.' }] }, { status, headers });
};
const listed =
  (...submissionIds: string[]): Responder =>
  async () =>
    Response.json({ data: submissionIds.map((submissionId, at) => tunnel(submissionId, `listed-${at}`)) });

beforeEach(() => {
  setSessionForTests();
  const config = parseConfig({ clientId: 'c', transferUrl: 'https://t.example' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  list = listed('of-somebody-else');
  submissions = [];
  lookups = 0;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (_url: string, { method, body, signal }: RequestInit) => {
    signal?.throwIfAborted();
    if (method === 'GET') {
      lookups += 1;
      return list();
    }
    submissions.push(JSON.parse(String(body)).data.attributes.submission_id);
    return (responses.shift() ?? made)();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs a creation to its end, with all its pauses. */
async function create(signal?: AbortSignal, onFailure = () => {}) {
  const failures: CreationFailure[] = [];
  const outcome = createTunnel({
    submissionId: SUBMISSION_ID,
    label: null,
    lifetimeMinutes: 60,
    restartable: false,
    initiatorAccessPointId: 'i',
    listenerAccessPointId: 'l',
    listenerContact: null,
    ...(signal && { signal }),
    onRetry: (failure) => {
      failures.push(failure);
      onFailure();
    },
  }).then(
    ({ id }) => id,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return { outcome: await outcome, failures };
}

test.each([
  ['the connection is cut', lost],
  ['500', refused(500)],
  ['503', refused(503)],
  ['429', refused(429)],
  ['a proxy’s page with 200', async () => new Response('<html>')],
  ['half of a document', async () => new Response('{"data": {"type": "Tun')],
])('%s: retried with the same submission ID', async (_case, failure) => {
  responses = [failure, failure];
  const { outcome, failures } = await create();
  expect(outcome).toBe('made');
  expect(submissions).toEqual([SUBMISSION_ID, SUBMISSION_ID, SUBMISSION_ID]);
  expect(failures).toHaveLength(2);
});

test('created, but the response was lost: found in the list, and not sent twice', async () => {
  responses = [lost];
  list = listed('other', SUBMISSION_ID);
  expect((await create()).outcome).toBe('listed-1');
  expect(submissions).toHaveLength(1);
});

/** How a service may reject a submission that it has already processed, instead of returning the tunnel. */
const REFUSALS: [number, string?][] = [[409], [400], [422], [403], [418], [502, 'ExternalError']];

test.each(REFUSALS)(
  'the response was lost, then the retry rejected with %d: the tunnel is found',
  async (...how) => {
    responses = [lost, refused(...how)];
    const slowList = [listed(), listed(SUBMISSION_ID)];
    list = () => (slowList.shift() ?? listed())();
    expect((await create()).outcome).toBe('listed-0');
  },
);

test.each(REFUSALS)('the same when the browser or a person sent it before: %d', async (...how) => {
  responses = [refused(...how)];
  list = listed(SUBMISSION_ID);
  expect((await create()).outcome).toBe('listed-0');
});

test.each<[string, Responder[]]>([
  ['a conflict', [refused(409)]],
  ['a lost response, then a conflict', [lost, refused(409)]],
  ['a lost response, then a rejection', [lost, refused(403)]],
  ['an unavailable service, then an invalid field', [refused(500), refused(422)]],
  ['a rejected submission ID', [refused(422, 'SubmissionUsed')]],
])('the tunnel may exist after %s, though the list doesn’t show it', async (_case, failures) => {
  responses = failures;
  expect((await create()).outcome).toMatchObject({
    name: 'ApiError',
    submissionId: SUBMISSION_ID,
    serverDetail: 'No.',
  });
});

test.each<[string, Responder[]]>([
  ['an invalid field', [refused(422)]],
  ['a rejection', [refused(403)]],
  ['too many requests, then a rejection', [refused(429), refused(403)]],
  ['a lost response, then an expired session', [lost, refused(401)]],
])('%s: the failure is reported as it is', async (_case, failures) => {
  responses = failures;
  expect((await create()).outcome).not.toHaveProperty('submissionId');
});

test.each([
  ['an expired session', refused(401)],
  ['too many calls', refused(429, 'TooMany', { 'Retry-After': '600' })],
])('the list isn’t checked after %s', async (_case, refusal) => {
  responses = [refusal];
  await create();
  expect(lookups).toBe(0);
});

test('after 429, the list isn’t checked, and Retry-After is respected', async () => {
  responses = [refused(429, 'TooMany', { 'Retry-After': '45' })];
  const startMs = Date.now();
  const { outcome, failures } = await create();
  expect(outcome).toBe('made');
  expect(lookups).toBe(0);
  expect(failures[0]?.nextRetryAtMs).toBeGreaterThanOrEqual(startMs + 45_000);
});

test.each([
  ['a failure at the site', refused(502, 'ExternalError')],
  ['a failure of the endpoint', refused(503, 'EndpointError.Down')],
  ['a 403', refused(403)],
  ['an invalid field', refused(422)],
  ['a conflict with another one', refused(409)],
  ['a Retry-After that is too long to wait for', refused(429, 'TooMany', { 'Retry-After': '600' })],
])('%s is reported at once', async (_case, failure) => {
  responses = [failure];
  const { outcome } = await create();
  expect(outcome).toMatchObject({ name: 'ApiError', detail: 'No.' });
  expect(submissions).toHaveLength(1);
});

test('the retries end', async () => {
  responses = Array.from({ length: 50 }, () => lost);
  const { outcome } = await create();
  expect(outcome).toMatchObject({ kind: 'network' });
  expect(submissions).toHaveLength(13);
});

test('a request that times out is retried', async () => {
  responses = [() => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), 31_000))];
  expect((await create()).outcome).toBe('made');
  expect(submissions).toHaveLength(2);
});

test('an abort during a pause prevents the retry', async () => {
  responses = [lost, lost];
  const controller = new AbortController();
  list = async () => {
    setTimeout(() => controller.abort(), 100);
    return listed()();
  };
  expect((await create(controller.signal)).outcome).toMatchObject({ name: 'AbortError' });
  expect(submissions).toHaveLength(1);
});

test('an abort when a failure is reported ends the pause at once', async () => {
  responses = [refused(429, 'TooMany', { 'Retry-After': '45' })];
  const beginMs = Date.now();
  const controller = new AbortController();
  const { outcome } = await create(controller.signal, () => controller.abort());
  expect(outcome).toMatchObject({ name: 'AbortError' });
  expect(Date.now() - beginMs).toBeLessThan(45_000);
});
