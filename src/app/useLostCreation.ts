import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { tunnelMutations } from '../api/tunnels.ts';
import { routePaths } from '../config/routePaths.ts';

/** A tunnel that Globus refused while its maker was on another page. */
export interface LostCreation {
  error: Error;
  label: string | null;
}

const CREATION = tunnelMutations.create().mutationKey.join();

/**
 * The wizard tells of its own failures; who left it by the browser's Back button while Globus was asked is told by
 * the shell, until they are in the wizard again or have read it.
 */
export function useLostCreation(): { lost: LostCreation | null; forget: () => void } {
  const client = useQueryClient();
  const [lost, setLost] = useState<LostCreation | null>(null);
  const isInWizard = useLocation().pathname === routePaths.createTunnel;
  useEffect(() => {
    if (isInWizard) {
      setLost(null);
      return;
    }
    return client.getMutationCache().subscribe(({ type, mutation }) => {
      if (type !== 'updated' || mutation?.options.mutationKey?.join() !== CREATION) return;
      const { error, variables } = mutation.state;
      if (error && mutation.state.status === 'error') setLost({ error, label: labelOf(variables) });
    });
  }, [client, isInWizard]);
  return { lost, forget: () => setLost(null) };
}

function labelOf(variables: unknown): string | null {
  const { label = null } = (variables ?? {}) as { label?: string | null };
  return label;
}
