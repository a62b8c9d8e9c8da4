import { connectionSources } from './connectionPolicy.ts';
import type { RuntimeConfig } from './runtimeConfig.ts';

const SOURCE = /^(https?:)\/\/(\*\.)?([^:/]+)(?::(\d+|\*))?$/;

/** Returns whether the page's policy lets it connect to a GCS Manager at this address (`gcsManagerUrls` in config.json). */
export function isManagerAllowed(managerUrl: string, config: RuntimeConfig): boolean {
  const { protocol, hostname, port } = new URL(managerUrl);
  return connectionSources(config).some((source) => {
    const [, sourceProtocol, wildcard, host = '', sourcePort = ''] = SOURCE.exec(source) ?? [];
    if (sourceProtocol !== protocol || (sourcePort !== '*' && sourcePort !== port)) return false;
    return wildcard ? hostname.endsWith(`.${host}`) : hostname === host;
  });
}
