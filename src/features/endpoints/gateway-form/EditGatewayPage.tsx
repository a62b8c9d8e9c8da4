import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { streamGatewayQueries } from '../../../api/gcs/streamGateways.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { routePaths } from '../../../config/routePaths.ts';
import type { StreamGateway } from '../../../domain/site/streamGateway.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { ManagerQuery } from '../ManagerQuery.tsx';
import { PageCard } from '../PageCard.tsx';
import { DeleteGatewayDialog } from './DeleteGatewayDialog.tsx';
import { FormPage } from './FormPage.tsx';
import { GatewayForm } from './GatewayForm.tsx';

/** The page that changes or deletes a stream gateway. */
export function EditGatewayPage() {
  const { endpointId = '', gatewayId = '' } = useParams();
  return (
    <FormPage endpointId={endpointId} title="Edit gateway">
      {(manager) => <LoadedGateway key={gatewayId} manager={manager} gatewayId={gatewayId} />}
    </FormPage>
  );
}

function LoadedGateway({ manager, gatewayId }: { manager: GcsManager; gatewayId: string }) {
  const [isDeleted, setDeleted] = useState(false);
  const query = useQuery({ ...streamGatewayQueries.detail(manager, gatewayId), enabled: !isDeleted });
  if (isDeleted) {
    return (
      <Notice
        tone="success"
        title="Gateway deleted"
        actions={
          <Link className="button" to={routePaths.endpoint(manager.endpointId)}>
            Go to the endpoint
          </Link>
        }
      >
        <p>Its access point is gone too. Tunnels can’t be created through it any longer.</p>
      </Notice>
    );
  }
  return (
    <ManagerQuery query={query} endpointId={manager.endpointId} content="gateways">
      {(gateway) => <Editing manager={manager} gateway={gateway} onDeleted={() => setDeleted(true)} />}
    </ManagerQuery>
  );
}

function Editing({
  manager,
  gateway,
  onDeleted,
}: {
  manager: GcsManager;
  gateway: StreamGateway;
  onDeleted: () => void;
}) {
  const [isSaved, setSaved] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {isSaved && (
        <Notice
          tone="success"
          title="Changes saved"
          onDismiss={() => setSaved(false)}
          actions={
            <Link className="button" to={routePaths.accessPoint(gateway.id)}>
              View access point
            </Link>
          }
        />
      )}
      <GatewayForm manager={manager} loaded={gateway} onSaved={() => setSaved(true)} />
      <PageCard title="Delete gateway">
        <p>Deletes the gateway and its access point.</p>
        <div>
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            Delete gateway…
          </button>
        </div>
      </PageCard>
      {isAsking && (
        <DeleteGatewayDialog
          manager={manager}
          gateway={gateway}
          onDeleted={onDeleted}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
