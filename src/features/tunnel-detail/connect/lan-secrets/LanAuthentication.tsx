import { Suspense, useState } from 'react';
import { isTerminal } from '../../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../../domain/tunnel/tunnel.ts';
import { lazyPart } from '../../../../ui/lazyPart.tsx';
import { Skeleton } from '../../../../ui/query-states/Skeleton.tsx';
import { type UrlState, useUrlState } from '../../../../ui/useUrlState.ts';

const LanSides = lazyPart(async () => (await import('./LanSides.tsx')).LanSides, 'the LAN secrets');

/** In the address, so that the section is still open after a sign-in that it requires. */
const DISCLOSURE: UrlState<{ isOpen: boolean }> = {
  read: (query) => ({ isOpen: query.get('lan') === 'open' }),
  write: ({ isOpen }, query) => (isOpen ? query.set('lan', 'open') : query.delete('lan')),
};

/**
 * Explains how programs authenticate on each site's network, and offers a LAN secret for hosts where no one can sign in.
 * Folded, because the Globus tools create a secret automatically.
 */
export function LanAuthentication({
  tunnel,
  initiator,
  listener,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
}) {
  const [{ isOpen }, change] = useUrlState(DISCLOSURE);
  // Once loaded, it stays: folding the section must not lose a secret that is shown only once.
  const [isLoaded, setLoaded] = useState(isOpen);
  if (isOpen && !isLoaded) setLoaded(true);
  if (isTerminal(tunnel)) return null;
  return (
    <section className="card" aria-labelledby="lan-authentication">
      <h2 id="lan-authentication" className="visually-hidden">
        LAN authentication
      </h2>
      <details
        open={isOpen}
        onToggle={({ currentTarget: { open } }) => open !== isOpen && change({ isOpen: open })}
      >
        <summary>LAN secrets, for hosts where no one can sign in</summary>
        {isLoaded && (
          <Suspense fallback={<Skeleton rows={3} height="44px" />}>
            <LanSides tunnel={tunnel} initiator={initiator} listener={listener} />
          </Suspense>
        )}
      </details>
    </section>
  );
}
