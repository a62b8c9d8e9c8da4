import { afterEach, expect, test } from 'vitest';
import {
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';
import { FAULT_KINDS } from './chaos.ts';

const sandbox = sandboxForTests();
const send = (path: string, options: TransferRequestOptions = {}) => fetchTransfer(sandbox(), path, options);
afterEach(() => void sandbox().commands.stopChaos());

/** Sends requests and returns the status of each, or the name of the error it failed with. */
async function outcomes(path: string, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const response = await send(path).catch((error: Error) => error.name);
    seen.push(typeof response === 'string' ? response : String(response.status));
  }
  return seen;
}

test('the same seed causes the same faults', async () => {
  const { commands } = sandbox();
  const kinds = FAULT_KINDS.filter((kind) => kind !== 'slow');
  commands.startChaos({ seed: 'one', probability: 0.5, kinds });
  const first = await outcomes('/v2/tunnels', 30);
  const { hits } = commands.stopChaos() ?? {};
  expect(new Set(first).size).toBeGreaterThan(3);
  expect(await outcomes('/v2/tunnels', 5)).toEqual(Array(5).fill('200'));
  commands.startChaos({ seed: 'one', probability: 0.5, kinds });
  expect(await outcomes('/v2/tunnels', 30)).toEqual(first);
  commands.startChaos({ seed: 'two', probability: 0.5, kinds });
  expect(await outcomes('/v2/tunnels', 30)).not.toEqual(first);
  expect(Object.values(hits ?? {}).reduce((sum, count) => sum + count)).toBeGreaterThan(5);
});

test('every kind of fault happens, and only to requests it applies to', async () => {
  const { commands } = sandbox();
  // A slow response would only slow down this test.
  for (const kind of FAULT_KINDS.filter((name) => name !== 'slow')) {
    commands.startChaos({ probability: 1, kinds: [kind] });
    await send('/v2/tunnels').catch(() => undefined);
    const readHits = commands.chaosReport()?.hits[kind];
    await send('/v2/tunnels', { method: 'POST', body: {} }).catch(() => undefined);
    const isForWrites = kind === 'response-lost' || kind === 'executed-but-500';
    expect([kind, readHits, commands.stopChaos()?.hits[kind]]).toEqual([
      kind,
      isForWrites ? 0 : 1,
      isForWrites ? 1 : 2,
    ]);
  }
});

test('a lost response: the tunnel is created, but the caller gets no success response', async () => {
  const { commands, world } = sandbox();
  for (const kind of ['response-lost', 'executed-but-500'] as const) {
    const before = world.tunnels.size;
    commands.startChaos({ probability: 1, kinds: [kind] });
    const response = await send('/v2/tunnels', { method: 'POST', body: tunnelBody() }).catch(() => null);
    expect(response?.status ?? null).toBe(kind === 'response-lost' ? null : 500);
    expect(world.tunnels.size).toBe(before + 1);
  }
});

test('sign-in requests never fail', async () => {
  sandbox().commands.startChaos({ probability: 1, kinds: ['503'] });
  const statusOf = async (path: string) => (await fetch(`${sandbox().auth}${path}`)).status;
  expect(await statusOf('/jwk.json')).toBe(200);
  expect(await statusOf('/v2/api/identities?ids=x')).toBe(503);
});

test('control starts, reports and stops chaos, and rejects unknown kinds and fields', async () => {
  const control = async (method: string, body?: object) => {
    const response = await fetch(`${sandbox().control}/chaos`, {
      headers: { 'Content-Type': 'application/json' },
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const started = await control('POST', { seed: 7, probability: 1, kinds: ['404'] });
  expect(started).toMatchObject({ status: 201, body: { seed: '7', calls: 0, hits: { '404': 0 } } });
  expect((await send('/v2/tunnels')).status).toBe(404);
  expect((await control('GET')).body).toMatchObject({ calls: 1, hits: { '404': 1 } });
  expect((await control('DELETE')).body.calls).toBe(1);
  expect((await send('/v2/tunnels')).status).toBe(200);
  expect((await control('POST', { kinds: ['unknown'] })).status).toBe(400);
  expect((await control('POST', { unknown: 7 })).status).toBe(400);
});
