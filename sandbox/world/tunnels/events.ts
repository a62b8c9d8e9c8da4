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

/** The events of the sandbox. As in Globus, clients must expect other codes. */
export const EVENT_TEMPLATES = {
  started: (listener: ListenerContact | undefined) =>
    info(
      'STARTED',
      'Tunnel started',
      listener
        ? `The listener will be reached at ${contactString(listener)}; connecting the two access points.`
        : 'Connecting the two access points.',
    ),
  active: (initiator: ListenerContact) =>
    info('TUNNEL_ACTIVE', 'Tunnel is active', `The initiator may connect to ${contactString(initiator)}.`),
  stopped: (why: string) => info('TUNNEL_STOPPED', 'Tunnel stopped', why),
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

/** Appends events to tunnels and assigns their IDs, which only grow. */
export class EventLog {
  #lastId = 100_000;

  append(tunnel: Tunnel, at: number, text: EventText): TunnelEvent {
    this.#lastId += 1;
    const event = { ...text, id: this.#lastId, at: Math.round(at) };
    tunnel.events.push(event);
    return event;
  }
}
