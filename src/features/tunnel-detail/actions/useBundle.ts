import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { requestLog } from '../../../api/http/requestLog.ts';
import { identityQueries } from '../../../api/identities.ts';
import { runtimeConfig } from '../../../config/runtimeConfig.ts';
import { findIdentity } from '../../../domain/site/identity.ts';
import { createBundle } from '../../../domain/support-bundle/createBundle.ts';
import { useSession } from '../../../session/useSession.ts';
import type { TunnelPageData } from '../tunnelPageData.ts';

/**
 * Creates a support bundle of the moment the caller mounts: what a person reviews must not change under their eyes.
 *
 * @returns the bundle, and whether the owner, whose name it may have to remove, is still loading or is known
 */
export function useBundle(pageData: TunnelPageData, withPeople: boolean) {
  const [{ tunnel, initiator, listener, events, isEveryEvent, lacksNewest }] = useState(pageData);
  const [madeAtMs] = useState(() => Date.now());
  const [requests] = useState(() => requestLog().filter(({ path }) => isAboutTunnel(path, pageData)));
  const reader = useSession()?.identity;
  const { ownerId } = tunnel;
  const owners = useQuery({ ...identityQueries.byId([ownerId ?? '']), enabled: ownerId !== null });
  const owner = findIdentity(owners.data, ownerId);
  const bundle = useMemo(() => {
    const facts = {
      madeAtMs,
      app: `Globus Streams dashboard ${__APP_VERSION__}`,
      browser: navigator.userAgent,
      globus: new URL(runtimeConfig().transferUrl).host,
      tunnel,
      initiator,
      listener,
      owner,
      events: events && [...events],
      isEveryEvent,
      lacksNewest,
      requests,
    };
    const people = [owner, reader].flatMap((person) => (person ? [person] : []));
    return createBundle(facts, withPeople, people);
  }, [
    madeAtMs,
    tunnel,
    initiator,
    listener,
    owner,
    events,
    isEveryEvent,
    lacksNewest,
    requests,
    withPeople,
    reader,
  ]);
  return { bundle, isOwnerLoading: owners.isLoading, isOwnerKnown: owner !== null };
}

function isAboutTunnel(path: string, { tunnel }: TunnelPageData): boolean {
  const ids = [tunnel.id, tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId];
  return ids.some((id) => id !== null && path.includes(encodeURIComponent(id)));
}
