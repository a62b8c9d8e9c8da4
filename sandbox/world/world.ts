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

/** The simulated state of a sandbox, except for sign-ins: sites, tunnels, and what is going to happen to them. */
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
    this.lifecycle = this.#createLifecycle();
    this.#populate();
  }

  get options(): WorldOptions {
    return this.#size;
  }

  /** Generates a new world, by default with the same seed and size. The clock keeps its time. */
  reset(size: Partial<WorldOptions> = {}): void {
    for (const tunnel of this.tunnels.values()) this.lifecycle.remove(tunnel);
    this.scheduler.clear();
    this.tunnels.clear();
    this.lanSecrets.clear();
    this.submissions.clear();
    this.#size = { ...this.#size, ...size };
    this.sites = new SiteDirectory(this.#size.seed, this.#size.accessPoints);
    this.eventLog = new EventLog();
    this.lifecycle = this.#createLifecycle();
    this.#populate();
  }

  /** Creates a tunnel, or returns the one that was created earlier with the same submission ID. */
  async createTunnel(
    { listener, ...fields }: NewTunnel,
    firstState: 'AWAITING_LISTENER' | 'UNINITIALIZED',
  ): Promise<Tunnel | 'deleted'> {
    const earlier = this.findSubmission(fields.ownerId, fields.submissionId);
    if (earlier) return earlier;
    const id = randomUUID();
    if (listener) await this.#dataPlane.reserve(id);
    // The same submission can arrive again while the port is being reserved.
    const concurrent = this.findSubmission(fields.ownerId, fields.submissionId);
    if (concurrent) {
      this.#dataPlane.close(id);
      return concurrent;
    }
    const tunnel: Tunnel = {
      id,
      ...fields,
      listenerIpAddress: listener?.ipAddress ?? null,
      listenerPort: listener?.port ?? null,
      initiatorIpAddress: null,
      initiatorPort: null,
      createdAt: this.clock.now(),
      state: firstState,
      status: STATUS_TEXT[firstState],
      events: [],
      forwardsTraffic: true,
      restartCount: 0,
    };
    this.tunnels.set(id, tunnel);
    this.submissions.record(tunnel.ownerId, tunnel.submissionId, id);
    this.lifecycle.start(tunnel);
    return tunnel;
  }

  /** Returns the tunnel that was created with a submission ID, or 'deleted'; undefined if there is none. */
  findSubmission(ownerId: string, submissionId: string): Tunnel | 'deleted' | undefined {
    const id = this.submissions.tunnelIdOf(ownerId, submissionId);
    return id === undefined ? undefined : (this.tunnels.get(id) ?? 'deleted');
  }

  /** Sets the listener address and connects the tunnel. Returns false if the tunnel doesn't accept an address now. */
  async setListener(
    tunnel: Tunnel,
    contact: ListenerContact,
    acceptsContact: (tunnel: Tunnel) => boolean = awaitsListener,
  ): Promise<boolean> {
    if (!acceptsContact(tunnel)) return isSameContact(tunnel, contact);
    await this.#dataPlane.reserve(tunnel.id);
    if (!acceptsContact(tunnel)) return isSameContact(tunnel, contact);
    tunnel.listenerIpAddress = contact.ipAddress;
    tunnel.listenerPort = contact.port;
    tunnel.forwardsTraffic = true;
    this.lifecycle.connect(tunnel);
    return true;
  }

  /** Puts a tunnel into any state, where it stays until someone changes it or its lifetime ends. */
  async forceState(tunnel: Tunnel, state: string, status: string): Promise<void> {
    const contact = listenerContactOf(tunnel);
    if (state === 'ACTIVE' && tunnel.forwardsTraffic && contact) await this.#dataPlane.reserve(tunnel.id);
    tunnel.state = state;
    tunnel.status = status;
    this.lifecycle.cancelNextStep(tunnel);
    if (state === 'UNINITIALIZED' || state === 'AWAITING_LISTENER') clearContacts(tunnel);
    if (state === 'STOPPED') this.eventLog.append(tunnel, this.clock.now(), EVENT_TEMPLATES.stopped(status));
    if (state === 'ACTIVE') {
      this.lifecycle.activate(tunnel);
      if (tunnel.state === state) tunnel.status = status;
    }
    if (state !== 'STOPPED' && tunnelEndsAt(tunnel) > this.clock.now()) this.lifecycle.scheduleExpiry(tunnel);
  }

  /** Deletes a stream gateway with its access point, and stops the tunnels through it. */
  deleteGateway(id: string): void {
    this.sites.deleteGateway(id);
    for (const tunnel of this.tunnels.values()) {
      const isThroughIt = [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId].includes(id);
      if (isThroughIt && tunnel.state !== 'STOPPED' && tunnel.state !== 'STOPPING')
        this.lifecycle.stop(tunnel, 'The tunnel stopped because its stream gateway was deleted.');
    }
  }

  deleteTunnel(tunnel: Tunnel): void {
    this.lifecycle.remove(tunnel);
    this.tunnels.delete(tunnel.id);
  }

  close(): void {
    this.scheduler.close();
  }

  /** Returns whether a person can see a tunnel: they own it, or administer the endpoint of one of its sides. */
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
      eventLog: this.eventLog,
    })) {
      this.tunnels.set(tunnel.id, tunnel);
      this.submissions.record(tunnel.ownerId, tunnel.submissionId, tunnel.id);
      if (tunnel.state !== 'STOPPED') this.lifecycle.scheduleExpiry(tunnel);
    }
  }

  #createLifecycle(): TunnelLifecycle {
    return new TunnelLifecycle({
      scheduler: this.scheduler,
      eventLog: this.eventLog,
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

/** A tunnel that has no listener address yet has no initiator address either. */
function clearContacts(tunnel: Tunnel): void {
  tunnel.listenerIpAddress = null;
  tunnel.listenerPort = null;
  tunnel.initiatorIpAddress = null;
  tunnel.initiatorPort = null;
}

/** Returns whether a tunnel waits for a listener address. In the same state it can also be connecting with one. */
function awaitsListener(tunnel: Tunnel): boolean {
  return tunnel.state === 'AWAITING_LISTENER' && listenerContactOf(tunnel) === undefined;
}

/** Returns whether this is the address the tunnel is connecting with: a repeated request after a lost response. */
function isSameContact(tunnel: Tunnel, { ipAddress, port }: ListenerContact): boolean {
  return (
    tunnel.state === 'AWAITING_LISTENER' &&
    tunnel.listenerIpAddress === ipAddress &&
    tunnel.listenerPort === port
  );
}
