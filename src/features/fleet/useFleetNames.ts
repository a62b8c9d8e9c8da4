import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { identityQueries } from '../../api/identities.ts';
import type { FleetNames } from '../../domain/fleet/names.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';

const NOBODY: FleetNames = { accessPoints: new Map(), owners: {} };

/** The names of what the tunnels name by id, asked for once they stand. */
export function useFleetNames(tunnels: readonly Tunnel[] | undefined): FleetNames {
  const ownerIds = useMemo(() => [...new Set(tunnels?.flatMap(({ ownerId }) => ownerId ?? []))], [tunnels]);
  const { data: accessPoints = NOBODY.accessPoints } = useQuery({
    ...accessPointQueries.directory(),
    enabled: tunnels !== undefined,
  });
  const { data: owners = NOBODY.owners } = useQuery({
    ...identityQueries.byId(ownerIds),
    enabled: ownerIds.length > 0,
  });
  return useMemo(() => ({ accessPoints, owners }), [accessPoints, owners]);
}
