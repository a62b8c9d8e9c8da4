import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AccessPointSummary } from '../../../api/accessPoints.ts';
import { endpointQueries } from '../../../api/endpoints.ts';
import { managerInfoQueries } from '../../../api/gcs/managerInfo.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { runtimeConfig } from '../../../config/runtimeConfig.ts';
import type { Endpoint } from '../../../domain/site/endpoint.ts';
import { tunnelsByEndpoint } from '../../../domain/site/endpointTunnels.ts';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { useUrlState } from '../../../ui/useUrlState.ts';
import { gcsManagerOf } from '../gcsManagerOf.ts';
import styles from './EndpointList.module.css';
import { EndpointRow } from './EndpointRow.tsx';
import { ENDPOINT_SEARCH, matchesSearch } from './endpointSearch.ts';

/** Up to this many GCS Managers are checked without being asked to. Each is a server of its own. */
const MAX_CHECKED_UNASKED = 12;
/** With fewer endpoints, a search field only takes space. */
const MIN_SEARCHED = 8;
const NO_TUNNELS: readonly never[] = [];

/** Shows endpoints as their documents arrive, with a search. */
export function EndpointList({
  accessPoints,
  unreadable,
  endpointIds,
}: {
  accessPoints: readonly AccessPointSummary[];
  /** The number of access points that couldn't be parsed. */
  unreadable: number;
  endpointIds: readonly string[];
}) {
  const [{ text }, changeSearch] = useUrlState(ENDPOINT_SEARCH);
  const endpoints = useQuery(endpointQueries.list(endpointIds));
  const { data: tunnelList } = useQuery(tunnelQueries.list());
  const [isCheckWanted, setCheckWanted] = useState(endpointIds.length <= MAX_CHECKED_UNASKED);
  const loaded = endpoints.data?.endpoints;
  const managers = useMemo(
    () => (loaded ?? []).flatMap((endpoint) => gcsManagerOf(endpoint, runtimeConfig()) ?? []),
    [loaded],
  );
  const isComplete = endpoints.fetchStatus === 'idle' && loaded !== undefined;
  const reachable = useQuery({
    ...managerInfoQueries.reachable(managers),
    enabled: isCheckWanted && isComplete && managers.length > 0,
  });
  const byEndpoint = useMemo(() => groupAccessPoints(accessPoints), [accessPoints]);
  const tunnels = useMemo(() => {
    const endpointOf = new Map(
      accessPoints.flatMap(({ id, hostEndpointId }) => (hostEndpointId ? [[id, hostEndpointId]] : [])),
    );
    return tunnelList && tunnelsByEndpoint(tunnelList.tunnels, endpointOf);
  }, [accessPoints, tunnelList]);
  const shown = useMemo(() => sortedMatches(loaded ?? [], text), [loaded, text]);
  const failed = endpoints.data?.failedIds.length ?? 0;
  return (
    <QueryStates query={endpoints} skeleton={<Skeleton rows={6} height="76px" />}>
      {() => (
        <>
          <div className={styles.tools}>
            {endpointIds.length >= MIN_SEARCHED && (
              <SearchField
                label="Search"
                placeholder="Name, organization, or ID"
                debounceMs={0}
                value={text}
                onSearch={(typed) => changeSearch({ text: typed })}
              />
            )}
            {!isCheckWanted && (
              <button
                type="button"
                className="button"
                disabled={!isComplete}
                onClick={() => setCheckWanted(true)}
              >
                Check GCS Managers
              </button>
            )}
          </div>
          <p className="muted small" role="status">
            {countText(shown.length, endpointIds.length, isComplete)}
            {failed > 0 && `; ${failed} couldn’t be loaded`}
            {unreadable > 0 && `; ${unreadable} access points couldn’t be loaded`}
          </p>
          <ul className={styles.list} aria-label="Endpoints" aria-busy={!isComplete}>
            {shown.map((endpoint) => (
              <EndpointRow
                key={endpoint.id}
                endpoint={endpoint}
                accessPointCount={byEndpoint.get(endpoint.id) ?? 0}
                tunnels={tunnels && (tunnels.get(endpoint.id) ?? NO_TUNNELS)}
                isManagerReachable={
                  isCheckWanted && reachable.data ? (reachable.data[endpoint.id] ?? null) : null
                }
              />
            ))}
          </ul>
        </>
      )}
    </QueryStates>
  );
}

function groupAccessPoints(accessPoints: readonly AccessPointSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { hostEndpointId } of accessPoints)
    if (hostEndpointId !== null) counts.set(hostEndpointId, (counts.get(hostEndpointId) ?? 0) + 1);
  return counts;
}

function sortedMatches(endpoints: readonly Endpoint[], text: string): Endpoint[] {
  const nameOf = ({ name, id }: Endpoint) => name ?? id;
  const collator = new Intl.Collator('en', { numeric: true });
  return endpoints
    .filter((endpoint) => matchesSearch(endpoint, text))
    .sort((one, other) => collator.compare(nameOf(one), nameOf(other)));
}

function countText(shown: number, all: number, isComplete: boolean): string {
  const total = all === 1 ? '1 endpoint' : `${all.toLocaleString('en')} endpoints`;
  if (!isComplete) return `Loading ${total}`;
  return shown === all ? total : `${shown.toLocaleString('en')} of ${total}`;
}
