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
/** Who else makes tunnels; the stranger is nobody whom Auth knows. Newcomers have none. */
const OTHERS: readonly [string, ...string[]] = [owner('support'), owner('administrator'), OUTSIDE_OWNER.id];

/** The first tunnels show every chapter once, all the researcher's: small worlds have something of everything. */
const FIRST_CHAPTERS: readonly LifecycleStage[] = [
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
const LATER_CHAPTERS: readonly [LifecycleStage, ...LifecycleStage[]] = [
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

interface Setting {
  seed: string;
  count: number;
  now: number;
  accessPoints: readonly AccessPoint[];
  journal: EventLog;
}

/** Invents tunnels with a past. Ids depend on the seed alone; times are reckoned back from `now`. */
export function generateTunnels({ seed, count, now, accessPoints, journal }: Setting): Tunnel[] {
  const random = createRandom(`${seed}/tunnels`);
  const usable = accessPoints.filter((point) => point.fault === 'none');
  const broken = accessPoints.filter((point) => point.fault === 'unreachable');
  return Array.from({ length: count }, (_, index) => {
    const chapter = FIRST_CHAPTERS[index] ?? random.pick(LATER_CHAPTERS);
    const isFirst = index < FIRST_CHAPTERS.length;
    const initiator = pickAccessPoint(random, usable, isFirst);
    const listener = pickAccessPoint(random, chapter === 'failed' ? broken : usable, isFirst);
    const tunnel = inventTunnel(random, isFirst ? SAMPLE_LABELS[index] : undefined);
    tunnel.ownerId = isFirst || random.chance(0.75) ? RESEARCHER : random.pick(OTHERS);
    tunnel.initiatorAccessPointId = initiator.id;
    tunnel.listenerAccessPointId = listener.id;
    seedHistory({ tunnel, chapter, random, now, journal });
    return tunnel;
  });
}

/** Half of all ends are at the four best known access points, as some sites are always busier than others. */
function pickAccessPoint(random: Random, from: readonly AccessPoint[], known: boolean): AccessPoint {
  const reach = known || random.chance(0.5) ? Math.min(4, from.length) : from.length;
  const found = from[random.integer(0, reach - 1)];
  if (!found) throw new Error('A world has its known access points.');
  return found;
}

function inventTunnel(random: Random, label: string | null | undefined): Tunnel {
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
