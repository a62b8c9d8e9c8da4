import type { ListenerContact, Tunnel, TunnelEvent } from './tunnel.ts';

type EventText = Omit<TunnelEvent, 'id' | 'at'>;

const contactString = ({ ipAddress, port }: ListenerContact) =>
  ipAddress.includes(':') ? `[${ipAddress}]:${port}` : `${ipAddress}:${port}`;

const info = (code: string, description: string, details: string): EventText => ({
  code,
  isError: false,
  description,
  details,
});
const error = (code: string, description: string, details: string): EventText => ({
  code,
  isError: true,
  description,
  details,
});

/** The first three are as recorded from Globus. The others are the sandbox's own: clients must expect any code. */
export const EVENT_TEMPLATES = {
  started: () => info('STARTED', 'started', 'Attempting tunnel establishment'),
  active: () => info('TUNNEL_ACTIVE', 'tunnel is active', 'Tunnel has been established'),
  stopped: (why: string) => info('TUNNEL_STOPPED', 'tunnel has been stopped', why),
  listenerFailed: (listener: ListenerContact | undefined, why: string) =>
    error(
      'LISTENER_CONNECT_FAILED',
      'The listener could not be reached',
      listener ? `Connecting to ${contactString(listener)} failed: ${why}.` : `Connecting failed: ${why}.`,
    ),
  listenerOutOfReach: (listener: ListenerContact) =>
    error(
      'LISTENER_OUT_OF_REACH',
      'The listener is on another machine',
      `This sandbox forwards only to addresses on its own machine, and ${contactString(listener)} isn't one.`,
    ),
  initiatorFailed: () =>
    error(
      'INITIATOR_BIND_FAILED',
      'No port for the initiator',
      'The access point of the initiator could not open a port.',
    ),
  channelLost: (site: string) =>
    error(
      'CONTROL_CHANNEL_LOST',
      'The control channel was lost',
      `No answer over the control channel to ${site} for 30 seconds.`,
    ),
} as const;

/** Appends events to tunnels and assigns their IDs: small integers that only grow, unique across all tunnels. */
export class EventLog {
  #lastId = 2700;

  append(tunnel: Tunnel, at: number, text: EventText): TunnelEvent {
    this.#lastId += 1;
    const event = { ...text, id: this.#lastId, at: Math.round(at) };
    tunnel.events.push(event);
    return event;
  }
}
