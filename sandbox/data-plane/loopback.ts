import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/** Returns whether an address is a loopback address. The sandbox connects to no other addresses. */
export function isLoopback(ipAddress: string): boolean {
  return loopback.check(ipAddress, isIPv6(ipAddress) ? 'ipv6' : 'ipv4');
}
