import type { SiteFault } from '../sites.ts';
import type { ScheduledTask, TaskScheduler } from '../taskScheduler.ts';
import type { ConnectionFailure, DataPlane } from './dataPlane.ts';
import type { EventLog } from './events.ts';
import { EVENT_TEMPLATES } from './events.ts';
import type { ListenerContact, Tunnel } from './tunnel.ts';
import { listenerContactOf, STATUS_TEXT, tunnelEndsAt } from './tunnel.ts';

/** How long each step of a tunnel takes at speed 1, in milliseconds. */
const STEP_MS = { setUp: 2000, connect: 3000, retry: 2000, stop: 2000, restart: 3000 } as const;
/** A restartable tunnel ends after this many restarts. */
const MAX_RESTARTS = 3;
/** A tunnel gets at most one event for failed connections within this time. */
const CONNECTION_EVENT_INTERVAL_MS = 10_000;

/** What is scheduled for a tunnel. */
interface TunnelSchedule {
  nextStep?: ScheduledTask;
  expiry?: ScheduledTask;
  lastConnectionEventAt: number;
}

interface LifecycleDeps {
  scheduler: TaskScheduler;
  eventLog: EventLog;
  dataPlane: DataPlane;
  speed: number;
  faultOf: (tunnel: Tunnel) => SiteFault;
}

/** Moves tunnels from state to state with realistic delays. Each step has the time it was due. */
export class TunnelLifecycle {
  readonly #deps: LifecycleDeps;
  readonly #schedules = new Map<string, TunnelSchedule>();

  constructor(deps: LifecycleDeps) {
    this.#deps = deps;
  }

  /** Starts a new tunnel: sets it up unless it is already, then connects it or waits for the listener address. */
  start(tunnel: Tunnel): void {
    this.scheduleExpiry(tunnel);
    const connectOrWait = () => {
      if (listenerContactOf(tunnel)) this.connect(tunnel);
      else setState(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.AWAITING_LISTENER);
    };
    if (tunnel.state === 'AWAITING_LISTENER') connectOrWait();
    else this.#scheduleStep(tunnel, STEP_MS.setUp, connectOrWait);
  }

  /** Schedules only the end of the lifetime, for example for generated tunnels, which stay in their state. */
  scheduleExpiry(tunnel: Tunnel): void {
    const schedule = this.#scheduleOf(tunnel);
    schedule.expiry?.cancel();
    schedule.expiry = this.#deps.scheduler.at(tunnelEndsAt(tunnel), () => this.#expire(tunnel));
  }

  /** Connects a tunnel that has a listener address. */
  connect(tunnel: Tunnel): void {
    const { scheduler, eventLog, faultOf } = this.#deps;
    setState(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.CONNECTING);
    const listener = listenerContactOf(tunnel);
    eventLog.append(tunnel, scheduler.now(), EVENT_TEMPLATES.started());
    this.#scheduleStep(tunnel, STEP_MS.connect, () => {
      if (faultOf(tunnel) === 'none') return this.activate(tunnel);
      eventLog.append(
        tunnel,
        scheduler.now(),
        EVENT_TEMPLATES.listenerFailed(listener, 'connection timed out'),
      );
      this.#scheduleStep(tunnel, STEP_MS.retry, () =>
        this.fail(tunnel, EVENT_TEMPLATES.channelLost('the access point'), 'its site could not be reached'),
      );
    });
  }

  /** Activates a tunnel at once. */
  activate(tunnel: Tunnel): void {
    const { scheduler, eventLog, dataPlane } = this.#deps;
    const listener = listenerContactOf(tunnel);
    const initiator: ListenerContact | undefined =
      tunnel.forwardsTraffic && listener
        ? dataPlane.open(tunnel.id, listener, (failure) => this.#connectionFailed(tunnel, listener, failure))
        : fakeInitiatorContact(tunnel);
    if (!initiator) {
      this.fail(tunnel, EVENT_TEMPLATES.initiatorFailed(), 'the initiator side could not open a port');
      return;
    }
    tunnel.initiatorIpAddress = initiator.ipAddress;
    tunnel.initiatorPort = initiator.port;
    setState(tunnel, 'ACTIVE', STATUS_TEXT.ACTIVE);
    eventLog.append(tunnel, scheduler.now(), EVENT_TEMPLATES.active());
  }

  /** Adds an error event, then ends the tunnel, or restarts it if it is restartable. */
  fail(tunnel: Tunnel, event: Parameters<EventLog['append']>[2], why: string): void {
    const { scheduler, eventLog, dataPlane } = this.#deps;
    eventLog.append(tunnel, scheduler.now(), event);
    if (tunnel.restartable && tunnel.restartCount < MAX_RESTARTS && listenerContactOf(tunnel)) {
      tunnel.restartCount += 1;
      dataPlane.suspend(tunnel.id);
      setState(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.RESTARTING);
      this.#scheduleStep(tunnel, STEP_MS.restart, () => this.connect(tunnel));
      return;
    }
    this.#stopped(tunnel, `The tunnel stopped because ${why}.`);
  }

  /** Stops a tunnel. `why` is a whole sentence that becomes its status. */
  stop(tunnel: Tunnel, why: string): void {
    this.#deps.dataPlane.close(tunnel.id);
    setState(tunnel, 'STOPPING', STATUS_TEXT.STOPPING);
    this.#scheduleStep(tunnel, STEP_MS.stop, () => this.#stopped(tunnel, why));
  }

  /** Cancels the next step of a tunnel, so that only the end of its lifetime is still scheduled. */
  cancelNextStep(tunnel: Tunnel): void {
    const schedule = this.#scheduleOf(tunnel);
    schedule.nextStep?.cancel();
    if (tunnel.state === 'STOPPED') schedule.expiry?.cancel();
    if (tunnel.state !== 'ACTIVE') this.#deps.dataPlane.close(tunnel.id);
  }

  remove(tunnel: Tunnel): void {
    const schedule = this.#schedules.get(tunnel.id);
    schedule?.nextStep?.cancel();
    schedule?.expiry?.cancel();
    this.#schedules.delete(tunnel.id);
    this.#deps.dataPlane.close(tunnel.id);
  }

  #scheduleOf(tunnel: Tunnel): TunnelSchedule {
    const existing = this.#schedules.get(tunnel.id);
    if (existing) return existing;
    const schedule: TunnelSchedule = { lastConnectionEventAt: Number.NEGATIVE_INFINITY };
    this.#schedules.set(tunnel.id, schedule);
    return schedule;
  }

  #scheduleStep(tunnel: Tunnel, delayMs: number, step: () => void): void {
    const schedule = this.#scheduleOf(tunnel);
    schedule.nextStep?.cancel();
    schedule.nextStep = this.#deps.scheduler.after(delayMs / this.#deps.speed, step);
  }

  #expire(tunnel: Tunnel): void {
    if (tunnel.state === 'STOPPED') return;
    const why = `The tunnel reached the end of its lifetime of ${tunnel.lifetimeMins} minutes.`;
    // A tunnel that hangs while it is being stopped ends at once.
    if (tunnel.state === 'STOPPING') this.#stopped(tunnel, why);
    else this.stop(tunnel, why);
  }

  #stopped(tunnel: Tunnel, why: string): void {
    const { scheduler, eventLog, dataPlane } = this.#deps;
    setState(tunnel, 'STOPPED', why);
    eventLog.append(tunnel, scheduler.now(), EVENT_TEMPLATES.stopped(why));
    dataPlane.close(tunnel.id);
    this.cancelNextStep(tunnel);
  }

  #connectionFailed(tunnel: Tunnel, listener: ListenerContact, failure: ConnectionFailure): void {
    const { scheduler, eventLog } = this.#deps;
    const schedule = this.#scheduleOf(tunnel);
    if (scheduler.now() - schedule.lastConnectionEventAt < CONNECTION_EVENT_INTERVAL_MS) return;
    schedule.lastConnectionEventAt = scheduler.now();
    const event =
      failure === 'out-of-reach'
        ? EVENT_TEMPLATES.listenerOutOfReach(listener)
        : EVENT_TEMPLATES.listenerFailed(listener, failure.reason);
    eventLog.append(tunnel, scheduler.now(), event);
  }
}

function setState(tunnel: Tunnel, state: string, status: string): void {
  tunnel.state = state;
  tunnel.status = status;
}

/** Returns a realistic private address, computed from the ID so that it stays the same. Nothing listens there. */
export function fakeInitiatorContact({ id }: Tunnel): ListenerContact {
  const byte = (at: number) => Number.parseInt(id.slice(at, at + 2), 16);
  const port = 20_000 + (Number.parseInt(id.slice(4, 8), 16) % 40_000);
  return { ipAddress: `10.${byte(0)}.${byte(2)}.${1 + (byte(24) % 254)}`, port };
}
