import type { Random } from '../random.ts';
import type { EventLog } from '../tunnels/events.ts';
import { EVENT_TEMPLATES } from '../tunnels/events.ts';
import { fakeInitiatorContact } from '../tunnels/lifecycle.ts';
import type { Tunnel } from '../tunnels/tunnel.ts';
import { listenerContactOf, STATUS_TEXT, STOPPED_ON_REQUEST, tunnelEndsAt } from '../tunnels/tunnel.ts';

/** The stage of its lifecycle that a generated tunnel is in. */
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

interface HistoryContext {
  tunnel: Tunnel;
  stage: LifecycleStage;
  random: Random;
  now: number;
  eventLog: EventLog;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Sets the age and state of a generated tunnel, and adds the events that led to it. */
export function seedHistory(context: HistoryContext): void {
  const { tunnel, stage, random, now } = context;
  // Generated tunnels stay in states that usually last only seconds, because people ask about tunnels that hang.
  const ageMs: Record<LifecycleStage, number> = {
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
  tunnel.createdAt = now - ageMs[stage] - random.integer(0, 59_999);
  // Only a restartable tunnel can have restarted, and it wouldn't have ended after a failure.
  if (stage === 'restarted') tunnel.restartable = true;
  if (stage === 'failed') tunnel.restartable = false;
  HISTORY_BY_STAGE[stage](context);
}

const HISTORY_BY_STAGE: Record<LifecycleStage, (context: HistoryContext) => void> = {
  settingUp: ({ tunnel }) => setState(tunnel, 'UNINITIALIZED', STATUS_TEXT.UNINITIALIZED),
  awaiting: ({ tunnel }) => setState(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.AWAITING_LISTENER),
  awaitingLong: ({ tunnel }) => setState(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.AWAITING_LISTENER),
  active: (context) => addActivation(context),
  ending: (context) => addActivation(context),
  restarted(context) {
    const activeAt = addActivation(context);
    const { tunnel, now, eventLog } = context;
    const failedAt = activeAt + (now - activeAt) / 2;
    eventLog.append(tunnel, failedAt, EVENT_TEMPLATES.channelLost('the access point of the listener'));
    eventLog.append(tunnel, failedAt + 3000, EVENT_TEMPLATES.started());
    eventLog.append(tunnel, failedAt + 6000, EVENT_TEMPLATES.active());
    tunnel.restartCount = 1;
  },
  stopping(context) {
    addActivation(context);
    setState(context.tunnel, 'STOPPING', STATUS_TEXT.STOPPING);
  },
  stopped(context) {
    const { tunnel, now, random } = context;
    const activeAt = addActivation(context);
    const maxMs = Math.min(tunnelEndsAt(tunnel), now) - activeAt;
    addEnd(context, activeAt + maxMs * (0.2 + 0.6 * random.fraction()), STOPPED_ON_REQUEST);
  },
  expired(context) {
    addActivation(context);
    const why = `The tunnel reached the end of its lifetime of ${context.tunnel.lifetimeMins} minutes.`;
    addEnd(context, tunnelEndsAt(context.tunnel) + 2000, why);
  },
  failed(context) {
    const { tunnel, eventLog } = context;
    const startedAt = addStart(context);
    const listener = listenerContactOf(tunnel);
    eventLog.append(
      tunnel,
      startedAt + 3000,
      EVENT_TEMPLATES.listenerFailed(listener, 'connection timed out'),
    );
    eventLog.append(tunnel, startedAt + 5000, EVENT_TEMPLATES.channelLost('the access point'));
    addEnd(context, startedAt + 5000, 'The tunnel stopped because its site could not be reached.');
  },
};

function setState(tunnel: Tunnel, state: string, status: string): void {
  tunnel.state = state;
  tunnel.status = status;
}

/** Sets a listener address shortly after creation. Returns when, in milliseconds. */
function addStart({ tunnel, random, eventLog }: HistoryContext): number {
  tunnel.listenerIpAddress = `10.${random.integer(1, 250)}.${random.integer(0, 250)}.${random.integer(1, 250)}`;
  tunnel.listenerPort = random.integer(1024, 65_535);
  const startedAt = tunnel.createdAt + random.integer(5, 50) * 1000;
  eventLog.append(tunnel, startedAt, EVENT_TEMPLATES.started());
  return startedAt;
}

function addActivation(context: HistoryContext): number {
  const { tunnel, eventLog } = context;
  const activeAt = addStart(context) + 3000;
  const initiator = fakeInitiatorContact(tunnel);
  tunnel.initiatorIpAddress = initiator.ipAddress;
  tunnel.initiatorPort = initiator.port;
  eventLog.append(tunnel, activeAt, EVENT_TEMPLATES.active());
  setState(tunnel, 'ACTIVE', STATUS_TEXT.ACTIVE);
  return activeAt;
}

function addEnd({ tunnel, eventLog }: HistoryContext, at: number, why: string): void {
  setState(tunnel, 'STOPPED', why);
  eventLog.append(tunnel, at, EVENT_TEMPLATES.stopped(why));
}
