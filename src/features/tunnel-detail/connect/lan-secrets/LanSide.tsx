import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { accessPointQueries } from '../../../../api/accessPoints.ts';
import { endpointQueries } from '../../../../api/endpoints.ts';
import { type AccessPoint, toRefusingSite } from '../../../../domain/site/accessPoint.ts';
import { PossibleRefusersContext } from '../../../../ui/notices/PossibleRefusersContext.ts';
import { QueryStates } from '../../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../../ui/query-states/Skeleton.tsx';
import { SideSecret } from './SideSecret.tsx';

/** Shows one side of a tunnel: whether it requires a LAN secret, and a secret for it. */
export function LanSide({
  title,
  name,
  tunnelId,
  accessPointId,
}: {
  title: string;
  /** The access point's name. */
  name: string;
  tunnelId: string;
  accessPointId: string | null;
}) {
  const titleId = useId();
  const accessPoint = useQuery({
    ...accessPointQueries.detail(accessPointId ?? ''),
    enabled: accessPointId !== null,
  });
  return (
    <section className="stack" aria-labelledby={titleId}>
      <div>
        <h3 id={titleId}>{title}</h3>
        <p className="muted small">
          <bdi>{name}</bdi>
        </p>
      </div>
      {accessPointId === null ? (
        <Unavailable>Globus doesn’t report this side’s access point.</Unavailable>
      ) : (
        <QueryStates query={accessPoint} skeleton={<Skeleton rows={2} height="44px" />}>
          {(loaded) =>
            loaded.hostEndpointId === null ? (
              <Unavailable>Globus doesn’t report this side’s endpoint.</Unavailable>
            ) : (
              <PossibleRefusersContext value={[toRefusingSite(loaded)]}>
                <OnEndpoint
                  side={title}
                  tunnelId={tunnelId}
                  accessPoint={loaded}
                  endpointId={loaded.hostEndpointId}
                />
              </PossibleRefusersContext>
            )
          }
        </QueryStates>
      )}
    </section>
  );
}

function OnEndpoint({
  endpointId,
  ...side
}: {
  side: string;
  tunnelId: string;
  accessPoint: AccessPoint;
  endpointId: string;
}) {
  const endpoint = useQuery(endpointQueries.detail(endpointId));
  return (
    <QueryStates query={endpoint} skeleton={<Skeleton rows={2} height="44px" />}>
      {({ gcsManagerUrl }) =>
        gcsManagerUrl === null ? (
          <Unavailable>Globus doesn’t list a GCS Manager address for this endpoint.</Unavailable>
        ) : (
          <SideSecret {...side} manager={{ endpointId, gcsUrl: gcsManagerUrl }} />
        )
      }
    </QueryStates>
  );
}

function Unavailable({ children }: { children: string }) {
  return <p className="muted">{children} You can’t create a LAN secret here.</p>;
}
