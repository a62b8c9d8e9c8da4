import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import type { StreamGateway } from '../../../domain/site/streamGateway.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { FormPage } from './FormPage.tsx';
import { GatewayForm } from './GatewayForm.tsx';

/** The page that creates a stream gateway on an endpoint. */
export function NewGatewayPage() {
  const endpointId = useParams().endpointId ?? '';
  const [created, setCreated] = useState<StreamGateway | null>(null);
  return (
    <FormPage endpointId={endpointId} title="Create gateway">
      {(manager) =>
        created ? (
          <Notice
            tone="success"
            title="Gateway created"
            actions={
              <>
                <Link className="button primary" to={routePaths.accessPoint(created.id)}>
                  View access point
                </Link>
                <Link className="button" to={routePaths.editGateway(endpointId, created.id)}>
                  Edit gateway
                </Link>
              </>
            }
          >
            <p>
              <bdi>{created.name}</bdi> and its access point exist now.
            </p>
          </Notice>
        ) : (
          <GatewayForm manager={manager} loaded={null} onSaved={setCreated} />
        )
      }
    </FormPage>
  );
}
