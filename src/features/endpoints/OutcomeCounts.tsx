import { useMemo } from 'react';
import { countOutcomes } from '../../domain/site/endpointTunnels.ts';
import { outcomeLabel } from '../../domain/tunnel/outcome.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useNow } from '../../ui/text/useNow.ts';

const MINUTE_MS = 60_000;

/** Shows how many tunnels have which outcome, as far as the list of tunnels shows it: "2 active, 1 expired". */
export function OutcomeCounts({ tunnels }: { tunnels: readonly Tunnel[] }) {
  const now = useNow(MINUTE_MS);
  const text = useMemo(
    () =>
      countOutcomes(tunnels, now)
        .map(({ kind, count }) => `${count.toLocaleString('en')} ${outcomeLabel(kind).toLowerCase()}`)
        .join(', '),
    [tunnels, now],
  );
  return text || <span className="muted">None</span>;
}
