import type { Random } from '../random.ts';
import type { EventLog } from '../tunnels/events.ts';
import { EVENT_TEMPLATES } from '../tunnels/events.ts';
import { fakeInitiatorContact } from '../tunnels/lifecycle.ts';
import type { Tunnel } from '../tunnels/tunnel.ts';
import { listenerContactOf, STATUS_TEXT, tunnelEndsAt } from '../tunnels/tunnel.ts';

/** Where in its life an invented tunnel is. */
export type LifecycleStage =
  | 'settingUp'
  | 'awaiting'
  | 'awaitingLong'
  | 'active'
  | 'ending'
  | 'restarted'
  | 'stopping'
  | 'stopped'
  | 'expired'
  | 'failed';

interface Telling {
  tunnel: Tunnel;
  chapter: LifecycleStage;
  random: Random;
  now: number;
  journal: EventLog;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Gives an invented tunnel its age, state and the events that led there. */
export function seedHistory(telling: Telling): void {
  const { tunnel, chapter, random, now } = telling;
  // A state that only lasts for seconds otherwise stays: "it hangs" is something that people ask about.
  const ageOf: Record<LifecycleStage, number> = {
    settingUp: random.integer(5, 90) * 1000,
    awaiting: random.integer(1, 20) * MINUTE,
    awaitingLong: random.integer(40, 55) * MINUTE,
    active: 2 * MINUTE + Math.floor(random.fraction() * 0.8 * tunnel.lifetimeMins * MINUTE),
    ending: (tunnel.lifetimeMins - random.integer(3, 28)) * MINUTE,
    restarted: Math.floor((0.3 + random.fraction() * 0.5) * tunnel.lifetimeMins * MINUTE),
    stopping: random.integer(10, 50) * MINUTE,
    stopped: random.integer(2 * 60, 30 * 24 * 60) * MINUTE,
    expired: tunnel.lifetimeMins * MINUTE + random.integer(10, 20_000) * MINUTE,
    failed: Math.floor(random.fraction() * 20 * DAY) + 30 * MINUTE,
  };
  tunnel.createdAt = now - ageOf[chapter] - random.integer(0, 59_999);
  // A restart shows which kind it is, and a restartable one would have come back after its failure.
  if (chapter === 'restarted') tunnel.restartable = true;
  if (chapter === 'failed') tunnel.restartable = false;
  TELL[chapter](telling);
}

const TELL: Record<LifecycleStage, (telling: Telling) => void> = {
  settingUp: ({ tunnel }) => become(tunnel, 'UNINITIALIZED', STATUS_TEXT.UNINITIALIZED),
  awaiting: ({ tunnel }) => become(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.AWAITING_LISTENER),
  awaitingLong: ({ tunnel }) => become(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.AWAITING_LISTENER),
  active: (telling) => activated(telling),
  ending: (telling) => activated(telling),
  restarted(telling) {
    const activeAt = activated(telling);
    const { tunnel, now, journal } = telling;
    const failedAt = activeAt + (now - activeAt) / 2;
    journal.append(tunnel, failedAt, EVENT_TEMPLATES.channelLost('the access point of the listener'));
    journal.append(tunnel, failedAt + 3000, EVENT_TEMPLATES.started(listenerContactOf(tunnel)));
    journal.append(tunnel, failedAt + 6000, EVENT_TEMPLATES.active(fakeInitiatorContact(tunnel)));
    tunnel.restartCount = 1;
  },
  stopping(telling) {
    activated(telling);
    become(telling.tunnel, 'STOPPING', STATUS_TEXT.STOPPING);
  },
  stopped(telling) {
    const { tunnel, now, random } = telling;
    const activeAt = activated(telling);
    const longest = Math.min(tunnelEndsAt(tunnel), now) - activeAt;
    over(telling, activeAt + longest * (0.2 + 0.6 * random.fraction()), 'The tunnel was stopped on request.');
  },
  expired(telling) {
    activated(telling);
    const why = `The tunnel reached the end of its lifetime of ${telling.tunnel.lifetimeMins} minutes.`;
    over(telling, tunnelEndsAt(telling.tunnel) + 2000, why);
  },
  failed(telling) {
    const { tunnel, journal } = telling;
    const startedAt = started(telling);
    const listener = listenerContactOf(tunnel);
    journal.append(
      tunnel,
      startedAt + 3000,
      EVENT_TEMPLATES.listenerFailed(listener, 'connection timed out'),
    );
    journal.append(tunnel, startedAt + 5000, EVENT_TEMPLATES.channelLost('the access point'));
    over(telling, startedAt + 5000, 'The tunnel stopped because its site could not be reached.');
  },
};

function become(tunnel: Tunnel, state: string, status: string): void {
  tunnel.state = state;
  tunnel.status = status;
}

/** The listener's contact came a moment after creation; tells when. */
function started({ tunnel, random, journal }: Telling): number {
  tunnel.listenerIpAddress = `10.${random.integer(1, 250)}.${random.integer(0, 250)}.${random.integer(1, 250)}`;
  tunnel.listenerPort = random.integer(1024, 65_535);
  const startedAt = tunnel.createdAt + random.integer(5, 50) * 1000;
  journal.append(tunnel, startedAt, EVENT_TEMPLATES.started(listenerContactOf(tunnel)));
  return startedAt;
}

function activated(telling: Telling): number {
  const { tunnel, journal } = telling;
  const activeAt = started(telling) + 3000;
  const initiator = fakeInitiatorContact(tunnel);
  tunnel.initiatorIpAddress = initiator.ipAddress;
  tunnel.initiatorPort = initiator.port;
  journal.append(tunnel, activeAt, EVENT_TEMPLATES.active(initiator));
  become(tunnel, 'ACTIVE', STATUS_TEXT.ACTIVE);
  return activeAt;
}

function over({ tunnel, journal }: Telling, at: number, why: string): void {
  become(tunnel, 'STOPPED', why);
  journal.append(tunnel, at, EVENT_TEMPLATES.stopped(why));
}
