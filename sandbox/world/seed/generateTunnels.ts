import { PERSONAS } from '../identities.ts';
import type { Random } from '../random.ts';
import { createRandom } from '../random.ts';
import type { AccessPoint } from '../sites.ts';
import type { EventLog } from '../tunnels/events.ts';
import type { Tunnel } from '../tunnels/tunnel.ts';
import { OUTSIDE_OWNER } from './fixedEndpoints.ts';
import type { LifecycleStage } from './seedHistory.ts';
import { seedHistory } from './seedHistory.ts';
import { SAMPLE_LABELS } from './tunnelLabels.ts';

const owner = (key: string) =>
  PERSONAS.find((person) => person.key === key)?.identities[0].id ?? OUTSIDE_OWNER.id;
const RESEARCHER = owner('researcher');
/** The other owners of tunnels. The last one isn't a test user. The newcomer has no tunnels. */
const OTHERS: readonly [string, ...string[]] = [owner('support'), owner('administrator'), OUTSIDE_OWNER.id];

/** The first tunnels have every stage once and belong to the researcher, so that a small world shows all of them. */
const FIRST_STAGES: readonly LifecycleStage[] = [
  'active',
  'awaiting',
  'stopped',
  'ending',
  'failed',
  'settingUp',
  'expired',
  'restarted',
  'stopping',
  'awaitingLong',
];
const LATER_STAGES: readonly [LifecycleStage, ...LifecycleStage[]] = [
  'active',
  'active',
  'active',
  'active',
  'ending',
  'awaiting',
  'awaitingLong',
  'stopped',
  'stopped',
  'expired',
  'failed',
  'restarted',
];
const LIFETIMES_MINS: readonly [number, ...number[]] = [60, 360, 360, 360, 720, 1440, 4320, 10_080];

interface TunnelGeneratorOptions {
  seed: string;
  count: number;
  now: number;
  accessPoints: readonly AccessPoint[];
  eventLog: EventLog;
}

/** Generates tunnels with their events. IDs depend only on the seed; times are relative to `now`. */
export function generateTunnels({
  seed,
  count,
  now,
  accessPoints,
  eventLog,
}: TunnelGeneratorOptions): Tunnel[] {
  const random = createRandom(`${seed}/tunnels`);
  const usable = accessPoints.filter((point) => point.fault === 'none');
  const broken = accessPoints.filter((point) => point.fault === 'unreachable');
  return Array.from({ length: count }, (_, index) => {
    const stage = FIRST_STAGES[index] ?? random.pick(LATER_STAGES);
    const isFirst = index < FIRST_STAGES.length;
    const initiator = pickAccessPoint(random, usable, isFirst);
    const listener = pickAccessPoint(random, stage === 'failed' ? broken : usable, isFirst);
    const tunnel = createTunnel(random, isFirst ? SAMPLE_LABELS[index] : undefined);
    tunnel.ownerId = isFirst || random.chance(0.75) ? RESEARCHER : random.pick(OTHERS);
    tunnel.initiatorAccessPointId = initiator.id;
    tunnel.listenerAccessPointId = listener.id;
    seedHistory({ tunnel, stage, random, now, eventLog });
    return tunnel;
  });
}

/** Picks an access point. Half of the picks are among the first four, because some sites are busier than others. */
function pickAccessPoint(random: Random, from: readonly AccessPoint[], onlyFirstFour: boolean): AccessPoint {
  const reach = onlyFirstFour || random.chance(0.5) ? Math.min(4, from.length) : from.length;
  const found = from[random.integer(0, reach - 1)];
  if (!found) throw new Error('The world has no access points.');
  return found;
}

function createTunnel(random: Random, label: string | null | undefined): Tunnel {
  return {
    id: random.uuid(),
    ownerId: RESEARCHER,
    initiatorAccessPointId: '',
    listenerAccessPointId: '',
    submissionId: random.uuid(),
    label: label === undefined ? random.pick(SAMPLE_LABELS) : label,
    lifetimeMins: random.pick(LIFETIMES_MINS),
    restartable: random.chance(0.3),
    listenerIpAddress: null,
    listenerPort: null,
    initiatorIpAddress: null,
    initiatorPort: null,
    createdAt: 0,
    state: 'UNINITIALIZED',
    status: '',
    events: [],
    forwardsTraffic: false,
    restartCount: 0,
  };
}
