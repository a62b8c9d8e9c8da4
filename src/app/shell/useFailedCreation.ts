import { type MutationState, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { CreateTunnelOptions } from '../../api/tunnels/createTunnel.ts';
import { CREATE_TUNNEL_MUTATION_KEY } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';

/** A tunnel that Globus refused while its maker was on another page. */
export interface FailedCreation {
  error: Error;
  label: string | null;
}

const CREATION = CREATE_TUNNEL_MUTATION_KEY.join();

/**
 * The wizard tells of its own failures; who left it by the browser's Back button while Globus was asked is told by
 * the shell, until they are in the wizard again or have read it.
 */
export function useFailedCreation(): { failure: FailedCreation | null; dismiss: () => void } {
  const client = useQueryClient();
  const [lost, setLost] = useState<FailedCreation | null>(null);
  const isInWizard = useLocation().pathname === routePaths.createTunnel;
  useEffect(() => {
    if (isInWizard) {
      setLost(null);
      return;
    }
    return client.getMutationCache().subscribe(({ type, mutation }) => {
      if (type !== 'updated' || mutation?.options.mutationKey?.join() !== CREATION) return;
      const loss = failedCreation(mutation.state);
      if (loss) setLost(loss);
    });
  }, [client, isInWizard]);
  return { failure: lost, dismiss: () => setLost(null) };
}

/** What was lost with a creation that came to this; null when nothing was, or when its maker gave it up. */
export function failedCreation({
  status,
  error,
  variables,
}: Pick<MutationState, 'status' | 'error' | 'variables'>): FailedCreation | null {
  const { label = null, signal } = (variables ?? {}) as Partial<CreateTunnelOptions>;
  return status === 'error' && error && !signal?.aborted ? { error, label } : null;
}
