import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { lanSecretMutations } from '../../../../api/gcs/lanSecretMutations.ts';
import { streamGatewayQueries } from '../../../../api/gcs/streamGateways.ts';
import { ApiError } from '../../../../api/http/errors.ts';
import type { GcsManager } from '../../../../api/http/http.ts';
import { NO_REQUIREMENTS } from '../../../../domain/sign-in/authorizationParameters.ts';
import type { AccessPoint } from '../../../../domain/site/accessPoint.ts';
import { gatewaysOfAccessPoint } from '../../../../domain/site/streamGateway.ts';
import { manageCollectionsScope } from '../../../../session/tokens/scopes.ts';
import { useSession } from '../../../../session/useSession.ts';
import { SignInRemedyButton } from '../../../../ui/notices/SignInRemedyButton.tsx';
import { LanSecretForm } from './LanSecretForm.tsx';
import { ShownSecret } from './ShownSecret.tsx';

/**
 * Offers a LAN secret for one side, and shows it until it is deleted. The secret is in the state of this component and
 * nowhere else.
 */
export function SideSecret({
  side,
  tunnelId,
  accessPoint,
  manager,
}: {
  /** The side's title, for the names of its controls. */
  side: string;
  tunnelId: string;
  accessPoint: AccessPoint;
  manager: GcsManager;
}) {
  const hasToken = useSession()?.tokens[manager.endpointId] !== undefined;
  const create = useMutation(lanSecretMutations.create(manager));
  const [outcome, setOutcome] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const isRejected = create.error instanceof ApiError && create.error.kind === 'unauthorized';
  const forget = (message: string) => {
    create.reset();
    setOutcome(message);
    status.current?.focus();
  };
  return (
    <>
      <Requirement manager={manager} accessPoint={accessPoint} isReadable={hasToken} />
      {(!hasToken || isRejected) && <AccessRequest side={side} endpointId={manager.endpointId} />}
      {hasToken && create.data === undefined && (
        <LanSecretForm
          side={side}
          error={create.error}
          isPending={create.isPending}
          onSubmit={(request) => {
            setOutcome('');
            create.mutate({ ...request, tunnelId, accessPointId: accessPoint.id });
          }}
        />
      )}
      {create.data && <ShownSecret side={side} secret={create.data} manager={manager} onForget={forget} />}
      {/* Takes the focus when the secret disappears. */}
      <p ref={status} tabIndex={-1} role="status" className="small">
        {outcome}
      </p>
    </>
  );
}

function Requirement({
  manager,
  accessPoint,
  isReadable,
}: {
  manager: GcsManager;
  accessPoint: AccessPoint;
  isReadable: boolean;
}) {
  const gateways = useQuery({ ...streamGatewayQueries.list(manager), enabled: isReadable });
  const [gateway] = gatewaysOfAccessPoint(accessPoint, gateways.data?.items ?? []);
  if (gateways.isFetching && !gateways.data) return <p className="muted">Loading the gateway’s policy…</p>;
  if (gateway?.requiresLanSecret === true)
    return (
      <p>
        LAN authentication: <strong>required</strong> by this side’s gateway.
      </p>
    );
  if (gateway?.requiresLanSecret === false)
    return (
      <p>
        LAN authentication: <strong>not required</strong> by this side’s gateway.
      </p>
    );
  return (
    <p>
      LAN authentication: <strong>Unknown</strong>.{' '}
      <span className="muted">
        {isReadable
          ? 'You can’t read this gateway’s policy.'
          : 'To read the gateway’s policy, this dashboard needs your permission.'}
      </span>
    </p>
  );
}

/** Offers a sign-in that grants access to the endpoint's GCS Manager and returns to this page. */
function AccessRequest({ side, endpointId }: { side: string; endpointId: string }) {
  const authorization = { ...NO_REQUIREMENTS, requiredScopes: [manageCollectionsScope(endpointId)] };
  return (
    <>
      <p>
        To create a secret, Globus asks you for permission to manage the endpoint’s collections. This
        dashboard uses it only to read the policy and to create and delete secrets.
      </p>
      <div className="row">
        <SignInRemedyButton
          remedy={{ label: `Grant access: ${side.toLowerCase()}`, authorization, asDifferentUser: false }}
          isPrimary={false}
        />
      </div>
    </>
  );
}
