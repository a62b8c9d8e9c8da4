import { randomUUID } from 'node:crypto';
import type { WorldClock } from './clock.ts';
import { generateTunnels } from './seed/generateTunnels.ts';
import { SiteDirectory } from './siteDirectory.ts';
import type { SiteFault } from './sites.ts';
import { TaskScheduler } from './taskScheduler.ts';
import type { DataPlane } from './tunnels/dataPlane.ts';
import { EVENT_TEMPLATES, EventLog } from './tunnels/events.ts';
import { LanSecrets } from './tunnels/lanSecrets.ts';
import { TunnelLifecycle } from './tunnels/lifecycle.ts';
import { Submissions } from './tunnels/submissions.ts';
import type { ListenerContact, Tunnel } from './tunnels/tunnel.ts';
import { listenerContactOf, STATUS_TEXT, tunnelEndsAt } from './tunnels/tunnel.ts';

export interface WorldOptions {
  seed: string;
  accessPoints: number;
  tunnels: number;
}

export type NewTunnel = Pick<
  Tunnel,
  | 'ownerId'
  | 'initiatorAccessPointId'
  | 'listenerAccessPointId'
  | 'submissionId'
  | 'label'
  | 'lifetimeMins'
  | 'restartable'
> & { listener: ListenerContact | undefined };

/** Everything there is in one sandbox beside sign-ins: sites, tunnels and what is due to happen to them. */
export class World {
  readonly clock: WorldClock;
  readonly scheduler: TaskScheduler;
  readonly lanSecrets = new LanSecrets();
  readonly submissions = new Submissions();
  readonly tunnels = new Map<string, Tunnel>();
  sites: SiteDirectory;
  eventLog = new EventLog();
  lifecycle: TunnelLifecycle;
  readonly #dataPlane: DataPlane;
  readonly #speed: number;
  #size: WorldOptions;

  constructor(clock: WorldClock, dataPlane: DataPlane, speed: number, size: WorldOptions) {
    this.clock = clock;
    this.scheduler = new TaskScheduler(clock);
    this.#dataPlane = dataPlane;
    this.#speed = speed;
    this.#size = size;
    this.sites = new SiteDirectory(size.seed, size.accessPoints);
    this.lifecycle = this.#newLife();
    this.#populate();
  }

  get options(): WorldOptions {
    return this.#size;
  }

  /** Begins again, by default with the seed and size of before. The clock goes on. */
  reset(size: Partial<WorldOptions> = {}): void {
    for (const tunnel of this.tunnels.values()) this.lifecycle.remove(tunnel);
    this.scheduler.clear();
    this.tunnels.clear();
    this.lanSecrets.clear();
    this.submissions.clear();
    this.#size = { ...this.#size, ...size };
    this.sites = new SiteDirectory(this.#size.seed, this.#size.accessPoints);
    this.eventLog = new EventLog();
    this.lifecycle = this.#newLife();
    this.#populate();
  }

  /** Makes a tunnel, or finds the one that the same submission made before. */
  async createTunnel({ listener, ...facts }: NewTunnel): Promise<Tunnel | 'deleted'> {
    const before = this.findSubmission(facts.ownerId, facts.submissionId);
    if (before) return before;
    const id = randomUUID();
    if (listener) await this.#dataPlane.reserve(id);
    // Taking the port took a moment, in which the same submission may have come a second time.
    const meanwhile = this.findSubmission(facts.ownerId, facts.submissionId);
    if (meanwhile) {
      this.#dataPlane.close(id);
      return meanwhile;
    }
    const tunnel: Tunnel = {
      id,
      ...facts,
      listenerIpAddress: listener?.ipAddress ?? null,
      listenerPort: listener?.port ?? null,
      initiatorIpAddress: null,
      initiatorPort: null,
      createdAt: this.clock.now(),
      state: 'UNINITIALIZED',
      status: STATUS_TEXT.UNINITIALIZED,
      events: [],
      forwardsTraffic: true,
      restartCount: 0,
    };
    this.tunnels.set(id, tunnel);
    this.submissions.record(tunnel.ownerId, tunnel.submissionId, id);
    this.lifecycle.start(tunnel);
    return tunnel;
  }

  /** What an earlier submission of the same id made: the tunnel as it is now, or that it was deleted since. */
  findSubmission(ownerId: string, submissionId: string): Tunnel | 'deleted' | undefined {
    const id = this.submissions.tunnelIdOf(ownerId, submissionId);
    return id === undefined ? undefined : (this.tunnels.get(id) ?? 'deleted');
  }

  /** Starts a tunnel that takes a contact. False when it does not, or no longer once its port was taken. */
  async setListener(
    tunnel: Tunnel,
    contact: ListenerContact,
    takes: (tunnel: Tunnel) => boolean = awaitsListener,
  ): Promise<boolean> {
    if (!takes(tunnel)) return isSameContact(tunnel, contact);
    await this.#dataPlane.reserve(tunnel.id);
    if (!takes(tunnel)) return isSameContact(tunnel, contact);
    tunnel.listenerIpAddress = contact.ipAddress;
    tunnel.listenerPort = contact.port;
    tunnel.forwardsTraffic = true;
    this.lifecycle.connect(tunnel);
    return true;
  }

  /** Puts a tunnel into any state, known or not, where it stays until somebody acts or its lifetime ends. */
  async forceState(tunnel: Tunnel, state: string, status: string): Promise<void> {
    const contact = listenerContactOf(tunnel);
    if (state === 'ACTIVE' && tunnel.forwardsTraffic && contact) await this.#dataPlane.reserve(tunnel.id);
    tunnel.state = state;
    tunnel.status = status;
    this.lifecycle.cancelNextStep(tunnel);
    if (state === 'UNINITIALIZED' || state === 'AWAITING_LISTENER') forgetContacts(tunnel);
    if (state === 'STOPPED') this.eventLog.append(tunnel, this.clock.now(), EVENT_TEMPLATES.stopped(status));
    if (state === 'ACTIVE') {
      this.lifecycle.activate(tunnel);
      if (tunnel.state === state) tunnel.status = status;
    }
    if (state !== 'STOPPED' && tunnelEndsAt(tunnel) > this.clock.now()) this.lifecycle.scheduleExpiry(tunnel);
  }

  deleteTunnel(tunnel: Tunnel): void {
    this.lifecycle.remove(tunnel);
    this.tunnels.delete(tunnel.id);
  }

  close(): void {
    this.scheduler.close();
  }

  /** Whether this person may see a tunnel: theirs, or an end of it is at an endpoint that they administer. */
  isVisible(tunnel: Tunnel, identityIds: readonly string[]): boolean {
    if (identityIds.includes(tunnel.ownerId)) return true;
    return [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId].some((id) => {
      const endpointId = this.sites.accessPoint(id)?.endpointId ?? null;
      return this.sites.isAdministrator(identityIds, endpointId);
    });
  }

  #populate(): void {
    const { seed, tunnels } = this.#size;
    const now = this.clock.now();
    const accessPoints = this.sites.initialAccessPoints;
    for (const tunnel of generateTunnels({
      seed,
      count: tunnels,
      now,
      accessPoints,
      journal: this.eventLog,
    })) {
      this.tunnels.set(tunnel.id, tunnel);
      this.submissions.record(tunnel.ownerId, tunnel.submissionId, tunnel.id);
      if (tunnel.state !== 'STOPPED') this.lifecycle.scheduleExpiry(tunnel);
    }
  }

  #newLife(): TunnelLifecycle {
    return new TunnelLifecycle({
      agenda: this.scheduler,
      journal: this.eventLog,
      dataPlane: this.#dataPlane,
      speed: this.#speed,
      faultOf: (tunnel) => this.#faultOf(tunnel),
    });
  }

  #faultOf(tunnel: Tunnel): SiteFault {
    const faults = [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId].map(
      (id) => this.sites.accessPoint(id)?.fault ?? 'none',
    );
    return faults.find((fault) => fault !== 'none') ?? 'none';
  }
}

/** Before a listener was given there was none, nor an initiator. */
function forgetContacts(tunnel: Tunnel): void {
  tunnel.listenerIpAddress = null;
  tunnel.listenerPort = null;
  tunnel.initiatorIpAddress = null;
  tunnel.initiatorPort = null;
}

/** Still without a contact: one that has its contact is in this state too while it is being connected. */
function awaitsListener(tunnel: Tunnel): boolean {
  return tunnel.state === 'AWAITING_LISTENER' && listenerContactOf(tunnel) === undefined;
}

/** The same contact again while it is being connected is a repeat of a call whose answer got lost. */
function isSameContact(tunnel: Tunnel, { ipAddress, port }: ListenerContact): boolean {
  return (
    tunnel.state === 'AWAITING_LISTENER' &&
    tunnel.listenerIpAddress === ipAddress &&
    tunnel.listenerPort === port
  );
}
