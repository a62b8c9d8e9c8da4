import type { SiteFault } from '../sites.ts';
import type { ScheduledTask, TaskScheduler } from '../taskScheduler.ts';
import type { ConnectionFailure, DataPlane } from './dataPlane.ts';
import type { EventLog } from './events.ts';
import { EVENT_TEMPLATES } from './events.ts';
import type { ListenerContact, Tunnel } from './tunnel.ts';
import { listenerContactOf, STATUS_TEXT, tunnelEndsAt } from './tunnel.ts';

/** How long the steps of a tunnel's life take at speed 1, milliseconds. */
const PAUSE = { setUp: 2000, connect: 3000, retry: 2000, stop: 2000, restart: 3000 } as const;
/** A restartable tunnel whose site stays broken gives up after so many restarts. */
const MOST_RESTARTS = 3;
/** Failed connections are told at most this often for one tunnel. */
const CONNECTION_EVENT_EVERY_MS = 10_000;

interface Course {
  step?: ScheduledTask;
  end?: ScheduledTask;
  lastConnectionEventAt: number;
}

interface Surroundings {
  agenda: TaskScheduler;
  journal: EventLog;
  dataPlane: DataPlane;
  speed: number;
  faultOf: (tunnel: Tunnel) => SiteFault;
}

/** Moves tunnels from state to state with believable pauses, each step stamped with the time it was due. */
export class TunnelLifecycle {
  readonly #around: Surroundings;
  readonly #courses = new Map<string, Course>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** A tunnel was just made: set it up, then wait for the listener or go on when its contact is known. */
  start(tunnel: Tunnel): void {
    this.scheduleExpiry(tunnel);
    this.#next(tunnel, PAUSE.setUp, () => {
      if (listenerContactOf(tunnel)) this.connect(tunnel);
      else enter(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.AWAITING_LISTENER);
    });
  }

  /** Only minds the end of the lifetime; for invented tunnels that are somewhere in their life already. */
  scheduleExpiry(tunnel: Tunnel): void {
    const course = this.#course(tunnel);
    course.end?.cancel();
    course.end = this.#around.agenda.at(tunnelEndsAt(tunnel), () => this.#expire(tunnel));
  }

  /** The listener's contact is known: start. */
  connect(tunnel: Tunnel): void {
    const { agenda, journal, faultOf } = this.#around;
    enter(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.CONNECTING);
    const listener = listenerContactOf(tunnel);
    journal.append(tunnel, agenda.now(), EVENT_TEMPLATES.started(listener));
    this.#next(tunnel, PAUSE.connect, () => {
      if (faultOf(tunnel) === 'none') return this.activate(tunnel);
      journal.append(tunnel, agenda.now(), EVENT_TEMPLATES.listenerFailed(listener, 'connection timed out'));
      this.#next(tunnel, PAUSE.retry, () =>
        this.fail(tunnel, EVENT_TEMPLATES.channelLost('the access point'), 'its site could not be reached'),
      );
    });
  }

  activate(tunnel: Tunnel): void {
    const { agenda, journal, dataPlane } = this.#around;
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
    enter(tunnel, 'ACTIVE', STATUS_TEXT.ACTIVE);
    journal.append(tunnel, agenda.now(), EVENT_TEMPLATES.active(initiator));
  }

  /** Something broke: an error event, then the end, or a new start when the tunnel is restartable. */
  fail(tunnel: Tunnel, event: Parameters<EventLog['append']>[2], why: string): void {
    const { agenda, journal, dataPlane } = this.#around;
    journal.append(tunnel, agenda.now(), event);
    if (tunnel.restartable && tunnel.restartCount < MOST_RESTARTS && listenerContactOf(tunnel)) {
      tunnel.restartCount += 1;
      dataPlane.suspend(tunnel.id);
      enter(tunnel, 'AWAITING_LISTENER', STATUS_TEXT.RESTARTING);
      this.#next(tunnel, PAUSE.restart, () => this.connect(tunnel));
      return;
    }
    this.#stopped(tunnel, `The tunnel stopped because ${why}.`);
  }

  /** Winds the tunnel down; `why` is a whole sentence and becomes its status in the end. */
  stop(tunnel: Tunnel, why: string): void {
    this.#around.dataPlane.close(tunnel.id);
    enter(tunnel, 'STOPPING', STATUS_TEXT.STOPPING);
    this.#next(tunnel, PAUSE.stop, () => this.#stopped(tunnel, why));
  }

  /** Takes a tunnel out of its course: nothing more happens to it by itself except the end of its lifetime. */
  cancelNextStep(tunnel: Tunnel): void {
    const course = this.#course(tunnel);
    course.step?.cancel();
    if (tunnel.state === 'STOPPED') course.end?.cancel();
    if (tunnel.state !== 'ACTIVE') this.#around.dataPlane.close(tunnel.id);
  }

  remove(tunnel: Tunnel): void {
    const course = this.#courses.get(tunnel.id);
    course?.step?.cancel();
    course?.end?.cancel();
    this.#courses.delete(tunnel.id);
    this.#around.dataPlane.close(tunnel.id);
  }

  #course(tunnel: Tunnel): Course {
    const known = this.#courses.get(tunnel.id);
    if (known) return known;
    const course: Course = { lastConnectionEventAt: Number.NEGATIVE_INFINITY };
    this.#courses.set(tunnel.id, course);
    return course;
  }

  #next(tunnel: Tunnel, pauseMs: number, step: () => void): void {
    const course = this.#course(tunnel);
    course.step?.cancel();
    course.step = this.#around.agenda.after(pauseMs / this.#around.speed, step);
  }

  #expire(tunnel: Tunnel): void {
    if (tunnel.state === 'STOPPED') return;
    const why = `The tunnel reached the end of its lifetime of ${tunnel.lifetimeMins} minutes.`;
    // One that was being stopped already, and never finished, is over at once.
    if (tunnel.state === 'STOPPING') this.#stopped(tunnel, why);
    else this.stop(tunnel, why);
  }

  #stopped(tunnel: Tunnel, why: string): void {
    const { agenda, journal, dataPlane } = this.#around;
    enter(tunnel, 'STOPPED', why);
    journal.append(tunnel, agenda.now(), EVENT_TEMPLATES.stopped(why));
    dataPlane.close(tunnel.id);
    this.cancelNextStep(tunnel);
  }

  #connectionFailed(tunnel: Tunnel, listener: ListenerContact, failure: ConnectionFailure): void {
    const { agenda, journal } = this.#around;
    const course = this.#course(tunnel);
    if (agenda.now() - course.lastConnectionEventAt < CONNECTION_EVENT_EVERY_MS) return;
    course.lastConnectionEventAt = agenda.now();
    const event =
      failure === 'out-of-reach'
        ? EVENT_TEMPLATES.listenerOutOfReach(listener)
        : EVENT_TEMPLATES.listenerFailed(listener, failure.reason);
    journal.append(tunnel, agenda.now(), event);
  }
}

function enter(tunnel: Tunnel, state: string, status: string): void {
  tunnel.state = state;
  tunnel.status = status;
}

/** A believable private address, from the id so that it stays the same. Nobody listens there. */
export function fakeInitiatorContact({ id }: Tunnel): ListenerContact {
  const byte = (at: number) => Number.parseInt(id.slice(at, at + 2), 16);
  const port = 20_000 + (Number.parseInt(id.slice(4, 8), 16) % 40_000);
  return { ipAddress: `10.${byte(0)}.${byte(2)}.${1 + (byte(24) % 254)}`, port };
}
