import { randomUUID } from 'node:crypto';
import { Agenda } from './agenda.ts';
import type { WorldClock } from './clock.ts';
import type { DataPlane } from './dataPlane.ts';
import { Directory } from './directory.ts';
import { inventTunnels } from './inventTunnels.ts';
import { LanSecrets } from './lanSecrets.ts';
import type { SiteFault } from './sites.ts';
import { Submissions } from './submissions.ts';
import type { ListenerContact, Tunnel } from './tunnel.ts';
import { endOfLife, listenerContactOf, STATUS } from './tunnel.ts';
import { EVENT, EventJournal } from './tunnelEvents.ts';
import { TunnelLife } from './tunnelLife.ts';

export interface WorldSize {
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
  readonly agenda: Agenda;
  readonly lanSecrets = new LanSecrets();
  readonly submissions = new Submissions();
  readonly tunnels = new Map<string, Tunnel>();
  directory: Directory;
  journal = new EventJournal();
  life: TunnelLife;
  readonly #dataPlane: DataPlane;
  readonly #pace: number;
  #size: WorldSize;

  constructor(clock: WorldClock, dataPlane: DataPlane, pace: number, size: WorldSize) {
    this.clock = clock;
    this.agenda = new Agenda(clock);
    this.#dataPlane = dataPlane;
    this.#pace = pace;
    this.#size = size;
    this.directory = new Directory(size.seed, size.accessPoints);
    this.life = this.#newLife();
    this.#populate();
  }

  get size(): WorldSize {
    return this.#size;
  }

  /** Begins again, by default with the seed and size of before. The clock goes on. */
  reset(size: Partial<WorldSize> = {}): void {
    for (const tunnel of this.tunnels.values()) this.life.forget(tunnel);
    this.agenda.clear();
    this.tunnels.clear();
    this.lanSecrets.clear();
    this.submissions.clear();
    this.#size = { ...this.#size, ...size };
    this.directory = new Directory(this.#size.seed, this.#size.accessPoints);
    this.journal = new EventJournal();
    this.life = this.#newLife();
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
      status: STATUS.UNINITIALIZED,
      events: [],
      carriesBytes: true,
      restarts: 0,
    };
    this.tunnels.set(id, tunnel);
    this.submissions.remember(tunnel.ownerId, tunnel.submissionId, id);
    this.life.begin(tunnel);
    return tunnel;
  }

  /** What an earlier submission of the same id made: the tunnel as it is now, or that it was deleted since. */
  findSubmission(ownerId: string, submissionId: string): Tunnel | 'deleted' | undefined {
    const id = this.submissions.tunnelIdOf(ownerId, submissionId);
    return id === undefined ? undefined : (this.tunnels.get(id) ?? 'deleted');
  }

  /** Starts a tunnel that takes a contact. False when it does not, or no longer once its port was taken. */
  async giveListener(
    tunnel: Tunnel,
    contact: ListenerContact,
    takes: (tunnel: Tunnel) => boolean = awaitsListener,
  ): Promise<boolean> {
    if (!takes(tunnel)) return isSameContact(tunnel, contact);
    await this.#dataPlane.reserve(tunnel.id);
    if (!takes(tunnel)) return isSameContact(tunnel, contact);
    tunnel.listenerIpAddress = contact.ipAddress;
    tunnel.listenerPort = contact.port;
    tunnel.carriesBytes = true;
    this.life.connect(tunnel);
    return true;
  }

  /** Puts a tunnel into any state, known or not, where it stays until somebody acts or its lifetime ends. */
  async forceState(tunnel: Tunnel, state: string, status: string): Promise<void> {
    const contact = listenerContactOf(tunnel);
    if (state === 'ACTIVE' && tunnel.carriesBytes && contact) await this.#dataPlane.reserve(tunnel.id);
    tunnel.state = state;
    tunnel.status = status;
    this.life.halt(tunnel);
    if (state === 'UNINITIALIZED' || state === 'AWAITING_LISTENER') forgetContacts(tunnel);
    if (state === 'STOPPED') this.journal.append(tunnel, this.clock.now(), EVENT.stopped(status));
    if (state === 'ACTIVE') {
      this.life.activate(tunnel);
      if (tunnel.state === state) tunnel.status = status;
    }
    if (state !== 'STOPPED' && endOfLife(tunnel) > this.clock.now()) this.life.watchEnd(tunnel);
  }

  deleteTunnel(tunnel: Tunnel): void {
    this.life.forget(tunnel);
    this.tunnels.delete(tunnel.id);
  }

  close(): void {
    this.agenda.close();
  }

  /** Whether this person may see a tunnel: theirs, or an end of it is at an endpoint that they administer. */
  isVisible(tunnel: Tunnel, identityIds: readonly string[]): boolean {
    if (identityIds.includes(tunnel.ownerId)) return true;
    return [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId].some((id) => {
      const endpointId = this.directory.accessPoint(id)?.endpointId ?? null;
      return this.directory.isAdministrator(identityIds, endpointId);
    });
  }

  #populate(): void {
    const { seed, tunnels } = this.#size;
    const now = this.clock.now();
    const accessPoints = this.directory.invented;
    for (const tunnel of inventTunnels({ seed, count: tunnels, now, accessPoints, journal: this.journal })) {
      this.tunnels.set(tunnel.id, tunnel);
      this.submissions.remember(tunnel.ownerId, tunnel.submissionId, tunnel.id);
      if (tunnel.state !== 'STOPPED') this.life.watchEnd(tunnel);
    }
  }

  #newLife(): TunnelLife {
    return new TunnelLife({
      agenda: this.agenda,
      journal: this.journal,
      dataPlane: this.#dataPlane,
      pace: this.#pace,
      faultOf: (tunnel) => this.#faultOf(tunnel),
    });
  }

  #faultOf(tunnel: Tunnel): SiteFault {
    const faults = [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId].map(
      (id) => this.directory.accessPoint(id)?.fault ?? 'none',
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
