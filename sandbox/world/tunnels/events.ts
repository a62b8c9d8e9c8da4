import type { ListenerContact, Tunnel, TunnelEvent } from './tunnel.ts';

type EventText = Omit<TunnelEvent, 'id' | 'at'>;

const contactString = ({ ipAddress, port }: ListenerContact) =>
  ipAddress.includes(':') ? `[${ipAddress}]:${port}` : `${ipAddress}:${port}`;

const told = (code: string, description: string, details: string): EventText => ({
  code,
  isError: false,
  description,
  details,
});
const failed = (code: string, description: string, details: string): EventText => ({
  code,
  isError: true,
  description,
  details,
});

/** What the sandbox says when something happens to a tunnel. The set of codes is open, as Globus' is. */
export const EVENT_TEMPLATES = {
  started: (listener: ListenerContact | undefined) =>
    told(
      'STARTED',
      'Tunnel started',
      listener
        ? `The listener will be reached at ${contactString(listener)}; connecting the two access points.`
        : 'Connecting the two access points.',
    ),
  active: (initiator: ListenerContact) =>
    told('TUNNEL_ACTIVE', 'Tunnel is active', `The initiator may connect to ${contactString(initiator)}.`),
  stopped: (why: string) => told('TUNNEL_STOPPED', 'Tunnel stopped', why),
  listenerFailed: (listener: ListenerContact | undefined, why: string) =>
    failed(
      'LISTENER_CONNECT_FAILED',
      'The listener could not be reached',
      listener ? `Connecting to ${contactString(listener)} failed: ${why}.` : `Connecting failed: ${why}.`,
    ),
  listenerOutOfReach: (listener: ListenerContact) =>
    failed(
      'LISTENER_OUT_OF_REACH',
      'The listener is on another machine',
      `This sandbox forwards to addresses of its own machine only; ${contactString(listener)} is not one.`,
    ),
  initiatorFailed: () =>
    failed(
      'INITIATOR_BIND_FAILED',
      'No port for the initiator',
      'The access point of the initiator could not open a port.',
    ),
  channelLost: (site: string) =>
    failed(
      'CONTROL_CHANNEL_LOST',
      'The control channel was lost',
      `No answer over the control channel to ${site} for 30 seconds.`,
    ),
} as const;

/** Hands out event ids, which only ever grow, and appends events to tunnels. */
export class EventLog {
  #lastId = 100_000;

  append(tunnel: Tunnel, at: number, text: EventText): TunnelEvent {
    this.#lastId += 1;
    const event = { ...text, id: this.#lastId, at: Math.round(at) };
    tunnel.events.push(event);
    return event;
  }
}
