import { randomUUID } from 'node:crypto';
import { PERSONAS, type Persona } from '../world/identities.ts';
import { createRandom, type Random } from '../world/random.ts';
import { EVENT_TEMPLATES } from '../world/tunnels/events.ts';
import { fakeInitiatorContact } from '../world/tunnels/lifecycle.ts';
import type { ListenerContact, Tunnel, TunnelEvent } from '../world/tunnels/tunnel.ts';
import type { World } from '../world/world.ts';

/** Tunnels to put into the world as they are, without a life of their own before. */
export interface CreateTunnelsRequest {
  /** How many; default 1. */
  count?: number;
  /** Whose; default the researcher. */
  persona?: Persona['key'];
  /** In place of a persona's: any identity. */
  ownerId?: string;
  label?: string | null;
  state?: string;
  status?: string;
  lifetimeMins?: number;
  restartable?: boolean;
  /** Minutes since creation; default 0. */
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
/** What a fleet changes to while nobody looks, see `churn`. */
const CHURN_STATES: readonly [string, ...string[]] = ['ACTIVE', 'AWAITING_LISTENER', 'STOPPING', 'ACTIVE'];

/** What control does to tunnels, past every rule of Transfer. */
export class TunnelCommands {
  readonly #world: World;
  readonly #random: Random;

  constructor(world: World) {
    this.#world = world;
    this.#random = createRandom(`${world.options.seed}/control`);
  }

  get(id: string): Tunnel {
    const tunnel = this.#world.tunnels.get(id);
    if (!tunnel) throw new RangeError(`There is no tunnel ${id}.`);
    return tunnel;
  }

  create(order: CreateTunnelsRequest = {}): Tunnel[] {
    return Array.from({ length: order.count ?? 1 }, () => this.#createOne(order));
  }

  /** Puts a tunnel into any state, an unknown word too. Some states come with a sentence of their own. */
  async setState(id: string, state: string, status?: string): Promise<Tunnel> {
    const tunnel = this.get(id);
    await this.#world.forceState(tunnel, state, status ?? `The tunnel is ${state}.`);
    return tunnel;
  }

  /** Something breaks at a site: the tunnel ends, or comes back when it is restartable. */
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

  /** Changes this part of the tunnels that are not over to other states; tells how many. */
  async churn(fraction: number): Promise<number> {
    const living = [...this.#world.tunnels.values()].filter(({ state }) => state !== 'STOPPED');
    const count = Math.round(living.length * fraction);
    for (let done = 0; done < count; done += 1) {
      const at = this.#random.integer(done, living.length - 1);
      const tunnel = living[at];
      if (!tunnel) break;
      // Swapped to the front, so that none is changed twice.
      living[at] = living[done] ?? tunnel;
      const state = this.#random.pick(CHURN_STATES.filter((word) => word !== tunnel.state) as [string]);
      await this.#world.forceState(tunnel, state, `The tunnel is ${state}.`);
    }
    return count;
  }

  #createOne(order: CreateTunnelsRequest): Tunnel {
    const { clock, tunnels, lifecycle } = this.#world;
    const persona = PERSONAS.find(({ key }) => key === (order.persona ?? 'researcher'));
    if (!persona) throw new RangeError(`There is no persona ${order.persona}.`);
    const state = order.state ?? 'ACTIVE';
    const tunnel: Tunnel = {
      id: randomUUID(),
      ownerId: order.ownerId ?? persona.identities[0].id,
      initiatorAccessPointId: order.initiatorAccessPointId ?? HARBOR_DETECTOR,
      listenerAccessPointId: order.listenerAccessPointId ?? NORTHFIELD_COMPUTE,
      submissionId: randomUUID(),
      label: order.label ?? null,
      lifetimeMins: order.lifetimeMins ?? 360,
      restartable: order.restartable ?? false,
      listenerIpAddress: order.listener?.ipAddress ?? null,
      listenerPort: order.listener?.port ?? null,
      initiatorIpAddress: null,
      initiatorPort: null,
      createdAt: clock.now() - (order.ageMins ?? 0) * 60_000,
      state,
      status: order.status ?? `The tunnel is ${state}.`,
      events: [],
      forwardsTraffic: false,
      restartCount: 0,
    };
    tunnels.set(tunnel.id, tunnel);
    this.#giveHistory(tunnel);
    if (state !== 'STOPPED') lifecycle.scheduleExpiry(tunnel);
    return tunnel;
  }

  #giveHistory(tunnel: Tunnel): void {
    if (!['ACTIVE', 'STOPPING', 'STOPPED'].includes(tunnel.state)) return;
    const { eventLog } = this.#world;
    tunnel.listenerIpAddress ??= '10.0.0.7';
    tunnel.listenerPort ??= 5000;
    const initiator = fakeInitiatorContact(tunnel);
    tunnel.initiatorIpAddress = initiator.ipAddress;
    tunnel.initiatorPort = initiator.port;
    const listener = { ipAddress: tunnel.listenerIpAddress, port: tunnel.listenerPort };
    eventLog.append(tunnel, tunnel.createdAt, EVENT_TEMPLATES.started(listener));
    eventLog.append(tunnel, tunnel.createdAt, EVENT_TEMPLATES.active(initiator));
    if (tunnel.state === 'STOPPED')
      eventLog.append(tunnel, tunnel.createdAt, EVENT_TEMPLATES.stopped(tunnel.status));
  }
}
