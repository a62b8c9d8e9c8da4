import type { GcsManager } from '../../api/http/http.ts';
import { isManagerAllowed } from '../../config/managerAllowList.ts';
import type { RuntimeConfig } from '../../config/runtimeConfig.ts';
import type { Endpoint } from '../../domain/site/endpoint.ts';

/** Returns the GCS Manager of an endpoint; null if there is none, or if the page's policy doesn't let the page call it. */
export function gcsManagerOf({ id, gcsManagerUrl }: Endpoint, config: RuntimeConfig): GcsManager | null {
  if (gcsManagerUrl === null || !isManagerAllowed(gcsManagerUrl, config)) return null;
  return { endpointId: id, gcsUrl: gcsManagerUrl };
}
