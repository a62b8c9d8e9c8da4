import { useQuery } from '@tanstack/react-query';
import { unconfirmedCreationPollMs } from '../../../api/polling.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import type { UnconfirmedCreationError } from '../../../api/tunnels/UnconfirmedCreationError.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** What the list of tunnels shows about a creation whose result is unknown. */
export interface CreationCheck {
  /** The tunnel, once the list shows it. */
  tunnel: Tunnel | null;
  /** When the list was last loaded after the failure, in milliseconds since the epoch; null before that. */
  checkedAtMs: number | null;
  /** Whether the last attempt to load the list failed. */
  isFailing: boolean;
  /** Whether the list is complete and shows of each tunnel which request created it. */
  isConclusive: boolean;
}

/** Watches the list of tunnels for one that may have been created; null when there is none to look for. */
export function useCreationCheck(unconfirmed: UnconfirmedCreationError | null): CreationCheck | null {
  const failedAtMs = unconfirmed?.failedAtMs ?? 0;
  const { data, dataUpdatedAt, isError } = useQuery({
    ...tunnelQueries.list(),
    enabled: unconfirmed !== null,
    refetchInterval: ({ state }) => unconfirmedCreationPollMs(state, failedAtMs, Date.now()),
  });
  if (!unconfirmed) return null;
  const tunnels = data?.tunnels ?? [];
  return {
    tunnel: tunnels.find(({ submissionId }) => submissionId === unconfirmed.submissionId) ?? null,
    checkedAtMs: dataUpdatedAt > failedAtMs ? dataUpdatedAt : null,
    isFailing: isError,
    isConclusive: data?.unreadable === 0 && tunnels.every(({ submissionId }) => submissionId !== null),
  };
}
