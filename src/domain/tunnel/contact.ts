/** The address and port of one side of a tunnel, as the API reports and accepts them. */
export interface Contact {
  /** An IPv4 or IPv6 address, without brackets. */
  host: string;
  port: number;
}

/** An address for the reader to replace, from TEST-NET-1, which no host has (RFC 5737). */
export const EXAMPLE_CONTACT: Contact = { host: '192.0.2.10', port: 5000 };

/** Writes a contact for people and for tools: "192.0.2.10:5000", "[2001:db8::1]:5000". */
export function contactText({ host, port }: Contact): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Reads an IPv4 or IPv6 address as a person types or pastes it: spaces around it and brackets around IPv6 are
 * dropped. Hostnames are rejected, because the API's field is `listener_ip_address` (globus-api.md, "Transfer v2");
 * that the API rejects them is an assumption [A]. Numbers with leading zeros are rejected, because some programs read
 * them as octal.
 *
 * @returns the address in lower case, or null if the text is not an address
 */
export function parseIpAddress(text: string): string | null {
  const bare = text.trim().toLowerCase();
  const bracketed = /^\[(.*)\]$/.exec(bare)?.[1];
  if (bracketed !== undefined) return isIpv6(bracketed) ? bracketed : null;
  return isIpv4(bare) || isIpv6(bare) ? bare : null;
}

/** Returns what is wrong with a host, for the person who typed it, or null if it is an IP address. */
export function validateHost(text: string): string | null {
  const host = text.trim();
  if (parseIpAddress(host) !== null) return null;
  if (host === '') return 'Enter the host’s IP address, such as 192.0.2.10.';
  if (host.includes('/')) return 'Enter only the address, without a slash.';
  if (host.includes('%')) return 'Remove the % sign and the interface name after it.';
  if (/^\[.*\]:\d+$/.test(host) || /^[^:]+:\d+$/.test(host)) {
    return 'Enter only the address here; enter the port in its own field.';
  }
  if (/^[\d.]+$/.test(host)) {
    return 'Enter four numbers from 0 to 255 separated by dots, without leading zeros, such as 192.0.2.10.';
  }
  if (host.includes(':')) return 'Enter a complete IPv6 address, such as 2001:db8::10.';
  return 'Enter an IP address, not a hostname. To find it, run this on the host: hostname -I';
}

/** Reads a port number from 1 to 65535; null if the text is not one. */
export function parsePort(text: string): number | null {
  const digits = text.trim();
  if (!/^\d{1,5}$/.test(digits)) return null;
  const port = Number(digits);
  return isValidPort(port) ? port : null;
}

/** Returns what is wrong with a port, for the person who typed it, or null if it is a port. */
export function validatePort(text: string): string | null {
  if (text.trim() === '') return 'Enter the port your program listens on.';
  return parsePort(text) === null ? 'Enter a port from 1 to 65535.' : null;
}

/** Returns whether a number is a TCP port (RFC 9293: 16 bits) that programs can connect to, so not 0. */
export function isValidPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

function isIpv4(text: string): boolean {
  const numbers = text.split('.');
  return (
    numbers.length === 4 && numbers.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/** Checks RFC 4291, 2.2: eight groups; "::" once, for one or more groups; the last two may be an IPv4 address. */
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
