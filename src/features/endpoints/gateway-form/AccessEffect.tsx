import { useQuery } from '@tanstack/react-query';
import { identityQueries } from '../../../api/identities.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { findIdentity, identityName } from '../../../domain/site/identity.ts';
import type { AccessChanges } from '../../../domain/site/policy-check/checkPeople.ts';
import { recentOwners } from '../../../domain/site/recentOwners.ts';
import type { GatewaySettings, StreamGateway } from '../../../domain/site/streamGateway.ts';
import { useAccessChanges } from './useAccessChanges.ts';

/** Says who of the latest users of a gateway would lose or gain access by a change that isn't saved. */
export function AccessEffect({
  gateway,
  settings,
}: {
  gateway: StreamGateway;
  /** The settings that change. */
  settings: Partial<GatewaySettings>;
}) {
  const { data: list, isPending } = useQuery(tunnelQueries.list());
  const ownerIds = recentOwners(list?.tunnels ?? [], gateway.id);
  const { data: identities } = useQuery({
    ...identityQueries.byId(ownerIds),
    enabled: ownerIds.length > 0,
  });
  const people = ownerIds.flatMap((id) => findIdentity(identities, id) ?? []);
  const unreadable = gateway.unreadable.filter((name) => !(name in settings));
  const changes = useAccessChanges(gateway, { ...gateway, ...settings, unreadable }, people);
  if (isPending) return null;
  if (ownerIds.length === 0)
    return (
      <p className="muted">You can see no tunnel through this gateway, so no one’s access was compared.</p>
    );
  return (
    <div role="status">
      {changes && identities ? (
        <Effect changes={changes} total={people.length} unknown={ownerIds.length - people.length} />
      ) : (
        <p className="muted">Checking who would lose access…</p>
      )}
    </div>
  );
}

function Effect({ changes, total, unknown }: { changes: AccessChanges; total: number; unknown: number }) {
  const { losing, gaining, undecided } = changes;
  const of = (count: number) => `${count} of your last ${total} ${total === 1 ? 'user' : 'users'}`;
  return (
    <>
      {losing.length === 0 && gaining.length === 0 && undecided.length === 0 && (
        <p>The access of your last {total === 1 ? 'user' : `${total} users`} stays the same.</p>
      )}
      {losing.length > 0 && (
        <p>
          <strong>{of(losing.length)} would lose access</strong>: <Names changes={losing} />
        </p>
      )}
      {gaining.length > 0 && (
        <p>
          {of(gaining.length)} would gain access: <Names changes={gaining} />
        </p>
      )}
      {undecided.length > 0 && (
        <p>
          For {of(undecided.length)}, this can’t be decided here: <Names changes={undecided} />
        </p>
      )}
      <p className="small muted">
        Owners of the tunnels that you can see, each with the identity that owns the tunnel.
        {unknown > 0 && ` Globus doesn’t report who ${unknown} more of them are.`}
      </p>
    </>
  );
}

function Names({ changes }: { changes: AccessChanges['losing'] }) {
  const names = changes.map(({ subject: { name, username, id } }) =>
    name
      ? `${identityName({ id: id ?? '', name, username, organization: null, email: null })} (${username})`
      : username,
  );
  return <bdi>{names.join(', ')}</bdi>;
}
