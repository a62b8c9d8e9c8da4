import { type MutationState, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { CreateTunnelOptions } from '../../api/tunnels/createTunnel.ts';
import { CREATE_TUNNEL_MUTATION_KEY } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';

/** A tunnel that Globus refused while the person was on another page. */
export interface FailedCreation {
  error: Error;
  label: string | null;
}

const CREATION = CREATE_TUNNEL_MUTATION_KEY.join();

/**
 * Returns the creation that failed after the person left the wizard, for example with the browser's Back button. The
 * wizard shows its own failures, so entering it again ends this one.
 */
export function useFailedCreation(): { failure: FailedCreation | null; dismiss: () => void } {
  const client = useQueryClient();
  const [failure, setFailure] = useState<FailedCreation | null>(null);
  const isInWizard = useLocation().pathname === routePaths.createTunnel;
  // While rendering and not in an effect, so that the wizard never shows together with the notice.
  if (isInWizard && failure) setFailure(null);
  useEffect(() => {
    if (isInWizard) return;
    return client.getMutationCache().subscribe(({ type, mutation }) => {
      if (type !== 'updated' || mutation?.options.mutationKey?.join() !== CREATION) return;
      const failed = failedCreation(mutation.state);
      if (failed) setFailure(failed);
    });
  }, [client, isInWizard]);
  return { failure, dismiss: () => setFailure(null) };
}

/** Returns what failed with a creation in this state. Null if nothing did, or if the person canceled it. */
export function failedCreation({
  status,
  error,
  variables,
}: Pick<MutationState, 'status' | 'error' | 'variables'>): FailedCreation | null {
  const { label = null, signal } = (variables ?? {}) as Partial<CreateTunnelOptions>;
  return status === 'error' && error && !signal?.aborted ? { error, label } : null;
}
