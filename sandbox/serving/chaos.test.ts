import { afterEach, expect, test } from 'vitest';
import {
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';
import { FAULT_KINDS } from './chaos.ts';

const sandbox = sandboxForTests();
const ask = (path: string, options: TransferRequestOptions = {}) => fetchTransfer(sandbox(), path, options);
afterEach(() => void sandbox().commands.stopChaos());

/** What a caller sees of each of the next calls. */
async function fates(path: string, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const answer = await ask(path).catch((error: Error) => error.name);
    seen.push(typeof answer === 'string' ? answer : String(answer.status));
  }
  return seen;
}

test('the same seed makes the same storm', async () => {
  const { commands } = sandbox();
  const quick = FAULT_KINDS.filter((kind) => kind !== 'slow');
  commands.startChaos({ seed: 'one', probability: 0.5, kinds: quick });
  const first = await fates('/v2/tunnels', 30);
  const { hits } = commands.stopChaos() ?? {};
  expect(new Set(first).size).toBeGreaterThan(3);
  expect(await fates('/v2/tunnels', 5)).toEqual(Array(5).fill('200'));
  commands.startChaos({ seed: 'one', probability: 0.5, kinds: quick });
  expect(await fates('/v2/tunnels', 30)).toEqual(first);
  commands.startChaos({ seed: 'two', probability: 0.5, kinds: quick });
  expect(await fates('/v2/tunnels', 30)).not.toEqual(first);
  expect(Object.values(hits ?? {}).reduce((sum, count) => sum + count)).toBeGreaterThan(5);
});

test('every kind happens, and only where it can', async () => {
  const { commands } = sandbox();
  // A slow one would only take its time.
  for (const kind of FAULT_KINDS.filter((name) => name !== 'slow')) {
    commands.startChaos({ probability: 1, kinds: [kind] });
    await ask('/v2/tunnels').catch(() => undefined);
    const readHits = commands.chaosReport()?.hits[kind];
    await ask('/v2/tunnels', { method: 'POST', body: {} }).catch(() => undefined);
    const isForWrites = kind === 'response-lost' || kind === 'executed-but-500';
    expect([kind, readHits, commands.stopChaos()?.hits[kind]]).toEqual([
      kind,
      isForWrites ? 0 : 1,
      isForWrites ? 1 : 2,
    ]);
  }
});

test('an answer that is lost: the tunnel is made, and its maker is not told', async () => {
  const { commands, world } = sandbox();
  for (const kind of ['response-lost', 'executed-but-500'] as const) {
    const before = world.tunnels.size;
    commands.startChaos({ probability: 1, kinds: [kind] });
    const answer = await ask('/v2/tunnels', { method: 'POST', body: tunnelBody() }).catch(() => null);
    expect(answer?.status ?? null).toBe(kind === 'response-lost' ? null : 500);
    expect(world.tunnels.size).toBe(before + 1);
  }
});

test('who signs in is spared', async () => {
  sandbox().commands.startChaos({ probability: 1, kinds: ['503'] });
  const statusOf = async (path: string) => (await fetch(`${sandbox().auth}${path}`)).status;
  expect(await statusOf('/jwk.json')).toBe(200);
  expect(await statusOf('/v2/api/identities?ids=x')).toBe(503);
});

test('over control: begun, looked at, calmed; what does not exist is refused', async () => {
  const order = async (method: string, body?: object) => {
    const response = await fetch(`${sandbox().control}/chaos`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const begun = await order('POST', { seed: 7, probability: 1, kinds: ['404'] });
  expect(begun).toMatchObject({ status: 201, body: { seed: '7', calls: 0, hits: { '404': 0 } } });
  expect((await ask('/v2/tunnels')).status).toBe(404);
  expect((await order('GET')).body).toMatchObject({ calls: 1, hits: { '404': 1 } });
  expect((await order('DELETE')).body.calls).toBe(1);
  expect((await ask('/v2/tunnels')).status).toBe(200);
  expect((await order('POST', { kinds: ['rain'] })).status).toBe(400);
  expect((await order('POST', { wind: 7 })).status).toBe(400);
});
