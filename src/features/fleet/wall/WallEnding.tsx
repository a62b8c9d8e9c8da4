import { accessPointName, type FleetNames } from '../../../domain/fleet/names.ts';
import { timelineBars } from '../../../domain/fleet/timeline.ts';
import { durationText, localTimeText } from '../../../domain/text/time.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { useHideClippedEntries } from './useHideClippedEntries.ts';
import styles from './WallEnding.module.css';

const MOST_TUNNELS = 12;

/** Lists the tunnels that end next. */
export function WallEnding({ tunnels, names }: { tunnels: readonly Tunnel[]; names: FleetNames }) {
  const now = useNow(15_000);
  const table = useHideClippedEntries<HTMLTableElement>();
  return (
    <table ref={table} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Ends</th>
          <th scope="col">Tunnel</th>
          <th scope="col">Initiator</th>
          <th scope="col">Listener</th>
        </tr>
      </thead>
      <tbody>
        {timelineBars(tunnels, now)
          .filter(({ isEndUnknown }) => !isEndUnknown)
          .slice(0, MOST_TUNNELS)
          .map(({ tunnel, toMs }) => (
            <tr key={tunnel.id}>
              <td>{toMs > now ? `${localTimeText(toMs, now)}, in ${durationText(toMs - now)}` : 'Now'}</td>
              <td dir="auto">{tunnelName(tunnel)}</td>
              <td dir="auto">{accessPointName(names, tunnel.initiatorAccessPointId) ?? 'Unknown'}</td>
              <td dir="auto">{accessPointName(names, tunnel.listenerAccessPointId) ?? 'Unknown'}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
