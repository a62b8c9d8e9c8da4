import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

/** Stands in place of the page of something that doesn't exist, or that the signed-in person can't see. */
export function MissingPage({ what, children }: { what: 'Endpoint' | 'Gateway'; children: ReactNode }) {
  return (
    <>
      <PageHeader title={what} tabTitle={what} />
      <EmptyState
        title={`${what} not found`}
        action={
          <Link className="button" to={routePaths.endpoints}>
            Go to endpoints
          </Link>
        }
      >
        It may have been removed, or you may not have access.
        {children}
      </EmptyState>
    </>
  );
}
