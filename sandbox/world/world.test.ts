import { expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { FIXED_ACCESS_POINTS } from './seed/fixedAccessPoints.ts';
import type { DataPlane } from './tunnels/dataPlane.ts';
import { tunnelEndsAt } from './tunnels/tunnel.ts';
import { World } from './world.ts';

const NO_DATA_PLANE: DataPlane = {
  reserve: async () => {},
  open: () => undefined,
  suspend: () => {},
  close: () => {},
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function createWorld(seed: string, accessPoints = 24, tunnels = 12): World {
  return new World(createClock(), NO_DATA_PLANE, 1, { seed, accessPoints, tunnels });
}
const accessPointIds = (world: World) => world.sites.initialAccessPoints.map(({ id }) => id);
const tunnelFacts = (world: World) =>
  [...world.tunnels.values()].map(({ id, label, state, ownerId, events }) => [
    id,
    label,
    state,
    ownerId,
    events.map(({ code }) => code),
  ]);

test('the same seed generates the same world, and another seed another world', () => {
  const [one, again, other] = [createWorld('a'), createWorld('a'), createWorld('b')];
  expect(accessPointIds(again)).toEqual(accessPointIds(one));
  expect(tunnelFacts(again)).toEqual(tunnelFacts(one));
  expect(accessPointIds(other)).not.toEqual(accessPointIds(one));
  expect(tunnelFacts(other)).not.toEqual(tunnelFacts(one));
  for (const world of [one, again, other]) world.close();
});

test('a larger world starts like a smaller one, and both start with the fixed access points', () => {
  const [small, large] = [createWorld('a'), createWorld('a', 300)];
  expect(accessPointIds(large).slice(0, 24)).toEqual(accessPointIds(small));
  expect(accessPointIds(createWorld('x', 0))).toEqual(FIXED_ACCESS_POINTS.map(({ id }) => id));
});

test('10,000 access points and 20,000 tunnels take about two seconds, and all IDs are unique UUIDs', () => {
  const before = performance.now();
  const world = createWorld('big', 10_000, 20_000);
  expect(performance.now() - before).toBeLessThan(10_000);
  const ids = [...accessPointIds(world), ...world.tunnels.keys()];
  expect(new Set(ids).size).toBe(30_000);
  expect(ids.filter((id) => !UUID.test(id))).toEqual([]);
  world.close();
});

test('12 tunnels have every state, and their events match their states and times', () => {
  const world = createWorld('sandbox');
  const now = world.clock.now();
  const tunnels = [...world.tunnels.values()];
  expect(new Set(tunnels.map(({ state }) => state))).toEqual(
    new Set(['UNINITIALIZED', 'AWAITING_LISTENER', 'ACTIVE', 'STOPPING', 'STOPPED']),
  );
  for (const tunnel of [...tunnels, ...createWorld('more', 24, 500).tunnels.values()]) {
    const times = tunnel.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(tunnel.createdAt, ...times)).toBeLessThanOrEqual(now + 1000);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(tunnel.createdAt);
    const codes = tunnel.events.map(({ code }) => code);
    expect(codes.at(-1) === 'TUNNEL_STOPPED').toBe(tunnel.state === 'STOPPED');
    if (tunnel.state === 'ACTIVE') expect(codes.at(-1)).toBe('TUNNEL_ACTIVE');
    if (tunnel.state !== 'STOPPED') expect(tunnelEndsAt(tunnel)).toBeGreaterThan(now);
  }
});

test('the newcomer can see no tunnels', () => {
  const world = createWorld('sandbox', 24, 2000);
  const newcomer = '4e300000-0000-4000-8000-000000000001';
  expect([...world.tunnels.values()].filter((tunnel) => world.isVisible(tunnel, [newcomer]))).toEqual([]);
  world.close();
});
