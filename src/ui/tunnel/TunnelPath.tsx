import type { PathSegment, PathSegments } from '../../domain/tunnel/path.ts';
import styles from './TunnelPath.module.css';

/** The text below the stations: the names of the access points, and the addresses that the API reports. */
export interface PathNames {
  initiator: string;
  listener: string;
  initiatorContact?: string | null;
  listenerContact?: string | null;
}

/**
 * Draws a tunnel's path: program, access point, Globus, access point, program, and the state of the four segments
 * between them. The names are HTML, so that they wrap, can be selected, and are read in order.
 */
export function TunnelPath({
  names,
  segments,
}: {
  names: PathNames;
  /** From the connecting program to the listening program. Left out for a tunnel that doesn't exist yet. */
  segments?: PathSegments;
}) {
  const stations = [
    { kind: 'program', role: 'Connecting program', name: null, address: null },
    { kind: 'accessPoint', role: 'Initiator', name: names.initiator, address: names.initiatorContact },
    { kind: 'globus', role: 'Globus', name: null, address: null },
    { kind: 'accessPoint', role: 'Listener', name: names.listener, address: null },
    { kind: 'program', role: 'Listening program', name: null, address: names.listenerContact },
  ] as const;
  return (
    <ol className={styles.path} aria-label="Tunnel path">
      {stations.map(({ kind, role, name, address }, at) => {
        const previous = stations[at - 1];
        const segment = segments?.[at - 1];
        return (
          <li
            key={role}
            className={styles.station}
            // A segment is drawn from its first station, whose text may be taller than that of the second.
            data-segment={at === stations.length - 1 ? undefined : (segments?.[at]?.state ?? 'unknown')}
            title={segment?.reason}
          >
            <span className={styles[kind]} aria-hidden="true" />
            <span className={styles.role}>
              {role} {previous && segment && <SegmentText segment={segment} from={previous.role} />}
            </span>
            {name && <span className={styles.name}>{name}</span>}
            {address && <span className={`${styles.name} mono`}>{address}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** The state of the segment that leads to a station, for screen readers; a failure is visible too. */
function SegmentText({ segment: { state, reason }, from }: { segment: PathSegment; from: string }) {
  const text = {
    connected: `(connected to ${from})`,
    waiting: `(waiting to connect to ${from})`,
    failed: 'connection failed',
    unknown: `(connection to ${from} unknown)`,
    closed: `(connection to ${from} closed)`,
  }[state];
  return (
    <span className={state === 'failed' ? styles.failed : 'visually-hidden'}>
      {text} <span className="visually-hidden">{reason}</span>
    </span>
  );
}
