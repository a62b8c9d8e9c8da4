import { useQuery } from '@tanstack/react-query';
import { endpointRoleQueries } from '../../../api/gcs/endpointRoles.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { identityQueries } from '../../../api/identities.ts';
import type { EndpointRole } from '../../../domain/site/endpointRole.ts';
import { findIdentity, type IdentitiesById, identityName } from '../../../domain/site/identity.ts';
import { shortId } from '../../../domain/text/id.ts';
import { ManagerQuery } from '../ManagerQuery.tsx';
import { PageCard } from '../PageCard.tsx';
import { RowList } from '../RowList.tsx';

/** Lists who has a role on the whole endpoint, people by their names. */
export function EndpointRoles({ manager }: { manager: GcsManager }) {
  const roles = useQuery(endpointRoleQueries.list(manager));
  const ids = (roles.data?.items ?? []).flatMap(({ principal }) =>
    principal.kind === 'identity' ? principal.id : [],
  );
  const { data: identities } = useQuery({ ...identityQueries.byId(ids), enabled: ids.length > 0 });
  return (
    <PageCard title="Who administers it">
      <ManagerQuery query={roles} endpointId={manager.endpointId} content="roles">
        {({ items, unreadable }) => (
          <>
            <RowList label="Roles">
              {items
                .filter(({ collectionId }) => collectionId === null)
                .map((role) => (
                  <li key={role.id}>
                    <Principal principal={role.principal} identities={identities} />
                    <bdi>{role.role.replaceAll('_', ' ')}</bdi>
                  </li>
                ))}
            </RowList>
            {unreadable > 0 && (
              <p className="muted">
                {unreadable === 1 ? '1 role' : `${unreadable} roles`} couldn’t be loaded.
              </p>
            )}
          </>
        )}
      </ManagerQuery>
    </PageCard>
  );
}

function Principal({
  principal,
  identities,
}: {
  principal: EndpointRole['principal'];
  identities: IdentitiesById | undefined;
}) {
  if (principal.kind === 'unknown') return <bdi className="mono">{principal.text}</bdi>;
  if (principal.kind === 'group')
    return (
      <span title={principal.id}>
        Group <span className="mono">{shortId(principal.id)}</span>
      </span>
    );
  const identity = findIdentity(identities, principal.id);
  if (!identity)
    return (
      <span className="mono" title={principal.id}>
        {shortId(principal.id)}
      </span>
    );
  return (
    <span>
      <bdi>{identityName(identity)}</bdi> <bdi className="muted">{identity.username}</bdi>
    </span>
  );
}
