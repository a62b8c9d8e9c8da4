import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { setSessionForTests } from '../http/sessionForTests.ts';
import { type CreationFailure, createTunnel } from './createTunnel.ts';

type Answer = () => Promise<Response>;

const SUBMISSION_ID = 'the-only-one';
/** What the next POSTs are answered with, in order; and what is in the list meanwhile. */
let answers: Answer[] = [];
let list: Answer;
let submissions: string[] = [];
let looks = 0;

const tunnel = (submissionId: string, id = 'made') => ({
  type: 'Tunnel',
  id,
  attributes: { state: 'UNINITIALIZED', status: 'new', submission_id: submissionId },
});
const made: Answer = async () => Response.json({ data: tunnel(SUBMISSION_ID) }, { status: 201 });
const lost: Answer = async () => {
  throw new TypeError('Failed to fetch');
};
const refused = (status: number, code = 'Code', headers: Record<string, string> = {}): Answer => {
  return async () => Response.json({ errors: [{ status, code, detail: 'No.' }] }, { status, headers });
};
const listed =
  (...submissionIds: string[]): Answer =>
  async () =>
    Response.json({ data: submissionIds.map((submissionId, at) => tunnel(submissionId, `listed-${at}`)) });

beforeEach(() => {
  setSessionForTests();
  const config = parseConfig({ clientId: 'c', transferUrl: 'https://t.example' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  list = listed('of-somebody-else');
  submissions = [];
  looks = 0;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (_url: string, { method, body, signal }: RequestInit) => {
    signal?.throwIfAborted();
    if (method === 'GET') {
      looks += 1;
      return list();
    }
    submissions.push(JSON.parse(String(body)).data.attributes.submission_id);
    return (answers.shift() ?? made)();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs a creation to its end, with all its pauses. */
async function create(signal?: AbortSignal, onTrouble = () => {}) {
  const troubles: CreationFailure[] = [];
  const onSpent = vi.fn();
  const outcome = createTunnel({
    submissionId: SUBMISSION_ID,
    label: null,
    lifetimeMinutes: 60,
    restartable: false,
    initiatorAccessPointId: 'i',
    listenerAccessPointId: 'l',
    listenerContact: null,
    ...(signal && { signal }),
    onSubmissionIdRejected: onSpent,
    onRetry: (trouble) => {
      troubles.push(trouble);
      onTrouble();
    },
  }).then(
    ({ id }) => id,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return { outcome: await outcome, troubles, isSpent: onSpent.mock.calls.length > 0 };
}

test.each([
  ['the connection is cut', lost],
  ['500', refused(500)],
  ['503', refused(503)],
  ['429', refused(429)],
  ['a proxy’s page with 200', async () => new Response('<html>')],
  ['half of a document', async () => new Response('{"data": {"type": "Tun')],
])('%s: asked again, under the same submission id', async (_case, failure) => {
  answers = [failure, failure];
  const { outcome, troubles } = await create();
  expect(outcome).toBe('made');
  expect(submissions).toEqual([SUBMISSION_ID, SUBMISSION_ID, SUBMISSION_ID]);
  expect(troubles).toHaveLength(2);
});

test('made although the answer was lost: found in the list, and nothing sent twice', async () => {
  answers = [lost];
  list = listed('other', SUBMISSION_ID);
  expect((await create()).outcome).toBe('listed-1');
  expect(submissions).toHaveLength(1);
});

/** How a service may refuse what it has carried out already, instead of answering with the tunnel. */
const REFUSALS: [number, string?][] = [[409], [400], [422], [403], [418], [502, 'ExternalError']];

test.each(REFUSALS)(
  'lost, then the repeat refused with %d: the tunnel is found, not told as failed',
  async (...how) => {
    answers = [lost, refused(...how)];
    const slowList = [listed(), listed(SUBMISSION_ID)];
    list = () => (slowList.shift() ?? listed())();
    expect(await create()).toMatchObject({ outcome: 'listed-0', isSpent: false });
  },
);

test.each(REFUSALS)('the same when the browser or a person has sent it before: %d', async (...how) => {
  answers = [refused(...how)];
  list = listed(SUBMISSION_ID);
  expect((await create()).outcome).toBe('listed-0');
});

const unreadableItem: Answer = async () => Response.json({ data: [tunnel('other'), { id: 7 }] });
const noSubmissions: Answer = async () =>
  Response.json({ data: [{ type: 'Tunnel', id: 'x', attributes: { state: 'ACTIVE' } }] });

test.each<[string, Answer, Answer, boolean]>([
  ['a conflict, and the whole list has none', refused(409), listed('other'), true],
  ['a mistake, and the whole list has none', refused(422), listed('other'), true],
  ['a list that cannot be read', refused(409), refused(500), false],
  ['an item that cannot be read', refused(409), unreadableItem, false],
  ['an item that does not tell its submission', refused(409), noSubmissions, false],
  ['a refusal of something else', refused(403), listed('other'), false],
])('whether the next try needs another submission id: %s', async (_case, refusal, looked, isSpent) => {
  answers = [refusal];
  list = looked;
  expect((await create()).isSpent).toBe(isSpent);
});

test.each([
  ['the sign-in is over', refused(401)],
  ['too many calls', refused(429, 'TooMany', { 'Retry-After': '600' })],
])('what was not even looked at needs no look at the list: %s', async (_case, refusal) => {
  answers = [refusal];
  await create();
  expect(looks).toBe(0);
});

test('429 made nothing: no look at the list, and the pause is as long as asked', async () => {
  answers = [refused(429, 'TooMany', { 'Retry-After': '45' })];
  const startMs = Date.now();
  const { outcome, troubles } = await create();
  expect(outcome).toBe('made');
  expect(looks).toBe(0);
  expect(troubles[0]?.nextRetryAtMs).toBeGreaterThanOrEqual(startMs + 45_000);
});

test.each([
  ['a failure at the site', refused(502, 'ExternalError')],
  ['a failure of the endpoint', refused(503, 'EndpointError.Down')],
  ['a plain refusal', refused(403)],
  ['a mistake in a field', refused(422)],
  ['a conflict with another one', refused(409)],
  ['a pause too long to sit through', refused(429, 'TooMany', { 'Retry-After': '600' })],
])('%s is told at once', async (_case, failure) => {
  answers = [failure];
  const { outcome } = await create();
  expect(outcome).toMatchObject({ name: 'ApiError', detail: 'No.' });
  expect(submissions).toHaveLength(1);
});

test('patience ends', async () => {
  answers = Array.from({ length: 50 }, () => lost);
  const { outcome } = await create();
  expect(outcome).toMatchObject({ kind: 'network' });
  expect(submissions).toHaveLength(13);
});

test('an answer that takes too long is given up, and asked for again', async () => {
  answers = [() => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), 31_000))];
  expect((await create()).outcome).toBe('made');
  expect(submissions).toHaveLength(2);
});

test('who gives up during a pause is not asked again', async () => {
  answers = [lost, lost];
  const controller = new AbortController();
  list = async () => {
    setTimeout(() => controller.abort(), 100);
    return listed()();
  };
  expect((await create(controller.signal)).outcome).toMatchObject({ name: 'AbortError' });
  expect(submissions).toHaveLength(1);
});

test('given up the moment a failure is told: it does not sit out the pause', async () => {
  answers = [refused(429, 'TooMany', { 'Retry-After': '45' })];
  const beginMs = Date.now();
  const controller = new AbortController();
  const { outcome } = await create(controller.signal, () => controller.abort());
  expect(outcome).toMatchObject({ name: 'AbortError' });
  expect(Date.now() - beginMs).toBeLessThan(45_000);
});
