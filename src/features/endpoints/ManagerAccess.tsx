import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { managerInfoQueries } from '../../api/gcs/managerInfo.ts';
import { ApiError } from '../../api/http/errors.ts';
import type { GcsManager } from '../../api/http/http.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import type { Endpoint } from '../../domain/site/endpoint.ts';
import { useSession } from '../../session/useSession.ts';
import { PossibleRefusersContext } from '../../ui/notices/PossibleRefusersContext.ts';
import { gcsManagerOf } from './gcsManagerOf.ts';
import { ManagerConsent } from './ManagerConsent.tsx';
import { ManagerNotAllowed } from './ManagerNotAllowed.tsx';
import { ManagerUnreachable } from './ManagerUnreachable.tsx';

/**
 * Shows what is behind the GCS Manager of an endpoint once this page can call it: the manager has an address that the page
 * may call, it responds, and the person has granted access. Until then, says which of these is missing.
 */
export function ManagerAccess({
  endpoint,
  content,
  children,
}: {
  endpoint: Endpoint;
  /** What the access is for, in the plural: "gateways". */
  content: string;
  children: (manager: GcsManager) => ReactNode;
}) {
  const { id, name, gcsManagerUrl } = endpoint;
  const manager = gcsManagerOf(endpoint, runtimeConfig());
  const info = useQuery({
    ...managerInfoQueries.detail(manager ?? { endpointId: id, gcsUrl: '' }),
    enabled: manager !== null,
  });
  const hasToken = useSession()?.tokens[id] !== undefined;
  if (gcsManagerUrl === null)
    return (
      <section className="card">
        <p className="muted">Globus doesn’t list a GCS Manager address for this endpoint.</p>
      </section>
    );
  if (manager === null) return <ManagerNotAllowed managerUrl={gcsManagerUrl} />;
  if (hasNoResponse(info.error))
    return <ManagerUnreachable manager={manager} onRetry={() => void info.refetch()} />;
  if (!hasToken)
    return (
      <section className="card stack" aria-label={`Access to ${content}`}>
        <ManagerConsent endpointId={id} content={content} />
      </section>
    );
  return (
    <PossibleRefusersContext value={[{ id, name: name ?? 'The endpoint', endpointId: id }]}>
      {children(manager)}
    </PossibleRefusersContext>
  );
}

function hasNoResponse(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'network' || error.kind === 'timeout');
}
