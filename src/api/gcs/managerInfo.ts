import { queryOptions } from '@tanstack/react-query';
import { object } from 'valibot';
import type { GcsManagerInfo } from '../../domain/site/gcsManagerInfo.ts';
import type { GcsManager } from '../http/http.ts';
import { OptionalText } from '../http/jsonApi.ts';
import { retryUntilLoadedMs } from '../polling.ts';
import { requestFromGcs } from './envelope.ts';

const FRESH_MS = 5 * 60_000;

const Info = object({
  api_version: OptionalText,
  manager_version: OptionalText,
  endpoint_id: OptionalText,
  client_id: OptionalText,
  domain_name: OptionalText,
});

/** The queries for a GCS Manager itself. */
export const managerInfoQueries = {
  /** Version and names of a GCS Manager. Requires no token, so it also shows whether this page can reach it. */
  detail: (manager: GcsManager) =>
    queryOptions({
      queryKey: ['gcs-manager', 'info', manager.endpointId, manager.gcsUrl] as const,
      queryFn: async ({ signal }): Promise<GcsManagerInfo> => {
        const call = { service: manager, method: 'GET', path: '/api/info', isPublic: true, signal } as const;
        const info = await requestFromGcs(call, Info);
        return {
          apiVersion: info.api_version,
          managerVersion: info.manager_version,
          endpointId: info.endpoint_id,
          clientId: info.client_id,
          domainName: info.domain_name,
        };
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};
