import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { identityQueries } from '../../api/identities.ts';
import type { FleetNames } from '../../domain/fleet/names.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';

const NO_NAMES: FleetNames = { accessPoints: new Map(), owners: {} };

/** Loads the names of the access points and owners of the tunnels, once there is a list of tunnels. */
export function useFleetNames(tunnels: readonly Tunnel[] | undefined): FleetNames {
  const ownerIds = useMemo(() => [...new Set(tunnels?.flatMap(({ ownerId }) => ownerId ?? []))], [tunnels]);
  const { data: accessPoints = NO_NAMES.accessPoints } = useQuery({
    ...accessPointQueries.directory(),
    enabled: tunnels !== undefined,
  });
  const { data: owners = NO_NAMES.owners } = useQuery({
    ...identityQueries.byId(ownerIds),
    enabled: ownerIds.length > 0,
  });
  return useMemo(() => ({ accessPoints, owners }), [accessPoints, owners]);
}
