import { randomUUID } from 'node:crypto';
import { PERSONAS, type Persona } from '../world/identities.ts';
import { createRandom, type Random } from '../world/random.ts';
import { EVENT_TEMPLATES } from '../world/tunnels/events.ts';
import { fakeInitiatorContact } from '../world/tunnels/lifecycle.ts';
import type { ListenerContact, Tunnel, TunnelEvent } from '../world/tunnels/tunnel.ts';
import type { World } from '../world/world.ts';

/** Tunnels to add to the world in a given state. */
export interface CreateTunnelsRequest {
  /** Default 1. */
  count?: number;
  /** The owner. Default: the researcher. */
  persona?: Persona['key'];
  /** The ID of the identity that owns the tunnels, instead of a persona. */
  ownerId?: string;
  label?: string | null;
  state?: string;
  status?: string;
  lifetimeMins?: number;
  restartable?: boolean;
  /** Minutes since creation. Default 0. */
  ageMins?: number;
  initiatorAccessPointId?: string;
  listenerAccessPointId?: string;
  listener?: ListenerContact;
}

export interface AddEventRequest {
  code: string;
  isError?: boolean;
  description?: string;
  details?: string;
}

const HARBOR_DETECTOR = 'acce5500-0000-4000-8000-000000000001';
const NORTHFIELD_COMPUTE = 'acce5500-0000-4000-8000-000000000002';
/** The states that `churn` changes tunnels to. */
const CHURN_STATES: readonly [string, ...string[]] = ['ACTIVE', 'AWAITING_LISTENER', 'STOPPING', 'ACTIVE'];

/** Creates and changes tunnels without the rules of Transfer. */
export class TunnelCommands {
  readonly #world: World;
  readonly #random: Random;

  constructor(world: World) {
    this.#world = world;
    this.#random = createRandom(`${world.options.seed}/control`);
  }

  /** @throws RangeError if there is no such tunnel */
  get(id: string): Tunnel {
    const tunnel = this.#world.tunnels.get(id);
    if (!tunnel) throw new RangeError(`There is no tunnel ${id}.`);
    return tunnel;
  }

  create(request: CreateTunnelsRequest = {}): Tunnel[] {
    return Array.from({ length: request.count ?? 1 }, () => this.#createOne(request));
  }

  /** Puts a tunnel into any state, even an unknown one. */
  async setState(id: string, state: string, status?: string): Promise<Tunnel> {
    const tunnel = this.get(id);
    await this.#world.forceState(tunnel, state, status ?? `The tunnel is ${state}.`);
    return tunnel;
  }

  /** Fails a tunnel because of its site: it ends, or restarts if it is restartable. */
  fail(id: string, site = 'the access point of the listener'): Tunnel {
    const tunnel = this.get(id);
    this.#world.lifecycle.fail(tunnel, EVENT_TEMPLATES.channelLost(site), 'its site could not be reached');
    return tunnel;
  }

  addEvent(
    id: string,
    { code, isError = false, description = code, details = '' }: AddEventRequest,
  ): TunnelEvent {
    const { eventLog, clock } = this.#world;
    return eventLog.append(this.get(id), clock.now(), { code, isError, description, details });
  }

  /** Changes the state of a fraction of the running tunnels. Returns how many it changed. */
  async churn(fraction: number): Promise<number> {
    const running = [...this.#world.tunnels.values()].filter(({ state }) => state !== 'STOPPED');
    const count = Math.round(running.length * fraction);
    for (let done = 0; done < count; done += 1) {
      const index = this.#random.integer(done, running.length - 1);
      const tunnel = running[index];
      if (!tunnel) break;
      // Swap the tunnel to the front so that it isn't changed twice.
      running[index] = running[done] ?? tunnel;
      const state = this.#random.pick(CHURN_STATES.filter((other) => other !== tunnel.state) as [string]);
      await this.#world.forceState(tunnel, state, `The tunnel is ${state}.`);
    }
    return count;
  }

  #createOne(request: CreateTunnelsRequest): Tunnel {
    const { clock, tunnels, lifecycle } = this.#world;
    const persona = PERSONAS.find(({ key }) => key === (request.persona ?? 'researcher'));
    if (!persona) throw new RangeError(`There is no persona ${request.persona}.`);
    const state = request.state ?? 'ACTIVE';
    const tunnel: Tunnel = {
      id: randomUUID(),
      ownerId: request.ownerId ?? persona.identities[0].id,
      initiatorAccessPointId: request.initiatorAccessPointId ?? HARBOR_DETECTOR,
      listenerAccessPointId: request.listenerAccessPointId ?? NORTHFIELD_COMPUTE,
      submissionId: randomUUID(),
      label: request.label ?? null,
      lifetimeMins: request.lifetimeMins ?? 360,
      restartable: request.restartable ?? false,
      listenerIpAddress: request.listener?.ipAddress ?? null,
      listenerPort: request.listener?.port ?? null,
      initiatorIpAddress: null,
      initiatorPort: null,
      createdAt: clock.now() - (request.ageMins ?? 0) * 60_000,
      state,
      status: request.status ?? `The tunnel is ${state}.`,
      events: [],
      forwardsTraffic: false,
      restartCount: 0,
    };
    tunnels.set(tunnel.id, tunnel);
    this.#addHistory(tunnel);
    if (state !== 'STOPPED') lifecycle.scheduleExpiry(tunnel);
    return tunnel;
  }

  #addHistory(tunnel: Tunnel): void {
    if (!['ACTIVE', 'STOPPING', 'STOPPED'].includes(tunnel.state)) return;
    const { eventLog } = this.#world;
    tunnel.listenerIpAddress ??= '10.0.0.7';
    tunnel.listenerPort ??= 5000;
    const initiator = fakeInitiatorContact(tunnel);
    tunnel.initiatorIpAddress = initiator.ipAddress;
    tunnel.initiatorPort = initiator.port;
    eventLog.append(tunnel, tunnel.createdAt, EVENT_TEMPLATES.started());
    eventLog.append(tunnel, tunnel.createdAt, EVENT_TEMPLATES.active());
    if (tunnel.state === 'STOPPED')
      eventLog.append(tunnel, tunnel.createdAt, EVENT_TEMPLATES.stopped(tunnel.status));
  }
}
