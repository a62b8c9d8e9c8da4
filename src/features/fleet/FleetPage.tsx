import { useMemo } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { describeOwners } from '../../domain/fleet/owners.ts';
import { useMyIdentities } from '../../session/useMyIdentities.ts';
import { useSession } from '../../session/useSession.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { FleetFreshness } from './FleetFreshness.tsx';
import { FleetList } from './FleetList.tsx';
import { useFleetList } from './useFleetList.ts';

/** The live list of every tunnel that the reader can see. One query feeds all of it; no row has its own. */
export function FleetPage() {
  const fleet = useFleetList();
  const { data } = fleet.list;
  const readerId = useSession()?.identity?.id;
  const linked = useMyIdentities();
  const owners = useMemo(() => {
    const ids = linked.map(({ subject }) => subject.id);
    return describeOwners(data?.tunnels, new Set(readerId ? [readerId, ...ids] : []));
  }, [data?.tunnels, readerId, linked]);
  const isEmpty = data?.tunnels.length === 0 && data.unreadable === 0;
  return (
    <>
      <PageHeader
        title="Tunnels"
        tabTitle="Tunnels"
        description={owners}
        actions={
          <>
            <FleetFreshness fleet={fleet} />
            {/* An empty list has the same link in the middle of the page. */}
            {!isEmpty && (
              <Link className="button primary" to={routePaths.createTunnel}>
                New tunnel
              </Link>
            )}
          </>
        }
      />
      <QueryStates query={fleet.list} skeleton={<Skeleton rows={12} />}>
        {({ tunnels, unreadable }) => (
          <FleetList tunnels={tunnels} unreadable={unreadable} isPaused={fleet.isPaused} />
        )}
      </QueryStates>
    </>
  );
}
