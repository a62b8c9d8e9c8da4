import { accessPointName, type FleetNames } from '../../../domain/fleet/names.ts';
import { lifeBars } from '../../../domain/fleet/timeline.ts';
import { clockText, durationText } from '../../../domain/text/time.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { useWholeEntries } from './useWholeEntries.ts';
import styles from './WallMode.module.css';

const MOST = 12;

/** The tunnels that end next. */
export function WallEnding({ tunnels, names }: { tunnels: readonly Tunnel[]; names: FleetNames }) {
  const now = useNow(15_000);
  const table = useWholeEntries<HTMLTableElement>();
  return (
    <table ref={table} className={styles.ending}>
      <thead>
        <tr>
          <th scope="col">Ends</th>
          <th scope="col">Tunnel</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        {lifeBars(tunnels, now)
          .filter(({ isEndUnknown }) => !isEndUnknown)
          .slice(0, MOST)
          .map(({ tunnel, toMs }) => (
            <tr key={tunnel.id}>
              <td>{toMs > now ? `${clockText(toMs, now)}, in ${durationText(toMs - now)}` : 'due'}</td>
              <td dir="auto">{tunnelName(tunnel)}</td>
              <td dir="auto">{accessPointName(names, tunnel.initiatorAccessPointId) ?? 'not known'}</td>
              <td dir="auto">{accessPointName(names, tunnel.listenerAccessPointId) ?? 'not known'}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
