import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/** Returns whether an address is a loopback address. The sandbox connects to no other addresses. */
export function isLoopback(ipAddress: string): boolean {
  return loopback.check(ipAddress, isIPv6(ipAddress) ? 'ipv6' : 'ipv4');
}

/** The ports from 1024 that browsers block (Fetch standard, "port blocking"), because of the services behind them. */
const BLOCKED_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/** Returns whether an application may listen on a port, and not a service of this machine, such as ssh or mail. */
export function isApplicationPort(port: number): boolean {
  return port >= 1024 && !BLOCKED_PORTS.has(port);
}
