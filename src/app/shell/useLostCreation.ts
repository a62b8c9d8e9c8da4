import { type MutationState, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { Creation } from '../../api/tunnels/createTunnel.ts';
import { CREATION_KEY } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';

/** A tunnel that Globus refused while its maker was on another page. */
export interface LostCreation {
  error: Error;
  label: string | null;
}

const CREATION = CREATION_KEY.join();

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
      const loss = lostCreation(mutation.state);
      if (loss) setLost(loss);
    });
  }, [client, isInWizard]);
  return { lost, forget: () => setLost(null) };
}

/** What was lost with a creation that came to this; null when nothing was, or when its maker gave it up. */
export function lostCreation({
  status,
  error,
  variables,
}: Pick<MutationState, 'status' | 'error' | 'variables'>): LostCreation | null {
  const { label = null, signal } = (variables ?? {}) as Partial<Creation>;
  return status === 'error' && error && !signal?.aborted ? { error, label } : null;
}
