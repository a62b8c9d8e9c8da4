/** An address and a port of one side of a tunnel, as the API tells or takes them. */
export interface Contact {
  /** An IPv4 or IPv6 address, without brackets. */
  host: string;
  port: number;
}

/** An address for the reader to replace: TEST-NET-1, which is nobody's (RFC 5737). */
export const EXAMPLE_CONTACT: Contact = { host: '192.0.2.10', port: 5000 };

/** As one text, for people and for tools: "192.0.2.10:5000", "[2001:db8::1]:5000". */
export function contactText({ host, port }: Contact): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Reads an IPv4 or IPv6 address as a person types or pastes it: spaces around it and brackets around IPv6 are
 * dropped. Names are not addresses: the API's field is `listener_ip_address` (globus-api.md, "Transfer v2"); that
 * it refuses names is an assumption [A]. Numbers with leading zeros are refused, since some programs read them as
 * octal.
 *
 * @returns the address, lower-cased, or null when it is none
 */
export function parseIpAddress(text: string): string | null {
  const bare = text.trim().toLowerCase();
  const bracketed = /^\[(.*)\]$/.exec(bare)?.[1];
  if (bracketed !== undefined) return isIpv6(bracketed) ? bracketed : null;
  return isIpv4(bare) || isIpv6(bare) ? bare : null;
}

/** What is wrong with a host, in words for the person who typed it, or null when it is a good address. */
export function validateHost(text: string): string | null {
  const host = text.trim();
  if (parseIpAddress(host) !== null) return null;
  if (host === '') return 'Give the IP address of the host, such as 192.0.2.10.';
  if (host.includes('/')) return 'Give the address alone, without a slash.';
  if (host.includes('%')) return 'Give the address without the interface after the % sign.';
  if (/^\[.*\]:\d+$/.test(host) || /^[^:]+:\d+$/.test(host)) {
    return 'Give the address alone: the port has its own field.';
  }
  if (/^[\d.]+$/.test(host)) {
    return 'An IPv4 address is four numbers from 0 to 255 with dots between them and no leading zeros, such as 192.0.2.10.';
  }
  if (host.includes(':')) return 'This is not a complete IPv6 address, such as 2001:db8::10.';
  return 'Globus takes an IP address here, not a name. Look up the address of this host.';
}

/** Reads a port number, 1 to 65535, or null when the text is none. */
export function parsePort(text: string): number | null {
  const digits = text.trim();
  if (!/^\d{1,5}$/.test(digits)) return null;
  const port = Number(digits);
  return isValidPort(port) ? port : null;
}

/** What is wrong with a port, in words for the person who typed it, or null when it is a good one. */
export function validatePort(text: string): string | null {
  if (text.trim() === '') return 'Give the port your program listens on.';
  return parsePort(text) === null ? 'A port is a whole number from 1 to 65535.' : null;
}

/** Whether a number can be a TCP port (RFC 9293: 16 bits; 0 is not a port one can connect to). */
export function isValidPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

function isIpv4(text: string): boolean {
  const numbers = text.split('.');
  return (
    numbers.length === 4 && numbers.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/** RFC 4291, 2.2: eight groups; "::" once for one group or more; an IPv4 address may stand for the last two. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  const [before = '', after] = halves;
  const headGroups = countGroups(before, after === undefined);
  if (headGroups === null) return false;
  if (after === undefined) return headGroups === 8;
  const tailGroups = countGroups(after, true);
  return tailGroups !== null && headGroups + tailGroups <= 7;
}

function countGroups(text: string, mayEndInIpv4: boolean): number | null {
  if (text === '') return 0;
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const ipv4 = mayEndInIpv4 && isIpv4(last);
  const hex = ipv4 ? groups.slice(0, -1) : groups;
  return hex.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? hex.length + (ipv4 ? 2 : 0) : null;
}
