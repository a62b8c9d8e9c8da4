import { useQueryClient } from '@tanstack/react-query';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { withRecent } from '../../domain/site/savedAccessPoints.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { useSession } from '../../session/useSession.ts';
import { useSavedAccessPoints } from '../../ui/useSavedAccessPoints.ts';

/** Returns a function that adds a tunnel's access points to the person's recent ones. */
export function useSaveRecent(): (request: TunnelRequest) => void {
  const client = useQueryClient();
  const personId = useSession()?.identity.id ?? '';
  const [, changeSaved] = useSavedAccessPoints(personId);
  return ({ initiatorAccessPointId, listenerAccessPointId }) => {
    const ids = [initiatorAccessPointId, listenerAccessPointId];
    const sides = ids.flatMap((id) => client.getQueryData(accessPointQueries.detail(id).queryKey) ?? []);
    changeSaved((saved) => withRecent(saved, sides));
  };
}
