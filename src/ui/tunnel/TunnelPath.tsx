import type { PathSegment, PathSegmentState, PathSegments } from '../../domain/tunnel/path.ts';
import styles from './TunnelPath.module.css';

/** What stands below the stations: names of the access points, and addresses where the API tells them. */
export interface PathNames {
  initiator: string;
  listener: string;
  initiatorContact?: string | null;
  listenerContact?: string | null;
}

/**
 * The product's mark: application - access point - Globus - access point - application, and what is known of
 * the four legs between them. Names are HTML, so they wrap, can be selected and are read in order.
 */
export function TunnelPath({
  names,
  legs,
}: {
  names: PathNames;
  /** From the initiator's application to the listener's. Left out: a plan, nothing is known yet. */
  legs?: PathSegments;
}) {
  const stations = [
    { kind: 'application', role: 'Initiating application', name: null, address: null },
    { kind: 'accessPoint', role: 'Initiator', name: names.initiator, address: names.initiatorContact },
    { kind: 'globus', role: 'Globus', name: null, address: null },
    { kind: 'accessPoint', role: 'Listener', name: names.listener, address: null },
    { kind: 'application', role: 'Listening application', name: null, address: names.listenerContact },
  ] as const;
  return (
    <ol className={styles.path} aria-label="Path of the tunnel">
      {stations.map(({ kind, role, name, address }, at) => (
        <li
          key={role}
          className={styles.station}
          // Drawn from its first station, whose words may be taller than those of the next.
          data-leg={at === stations.length - 1 ? undefined : (legs?.[at]?.state ?? 'unknown')}
          title={legs?.[at - 1]?.reason}
        >
          <span className={styles[kind]} aria-hidden="true" />
          <span className={styles.role}>
            {role} {at > 0 && legs && <LegWords leg={legs[at - 1]} />}
          </span>
          {name && <span className={styles.name}>{name}</span>}
          {address && <span className={`${styles.name} mono`}>{address}</span>}
        </li>
      ))}
    </ol>
  );
}

function LegWords({ leg }: { leg: PathSegment | undefined }) {
  if (!leg) return null;
  return (
    <span className={leg.state === 'failed' ? styles.failed : 'visually-hidden'}>
      {LEG_WORDS[leg.state]} <span className="visually-hidden">{leg.reason}</span>
    </span>
  );
}

const LEG_WORDS: Readonly<Record<PathSegmentState, string>> = {
  'known-good': '(connected to the station before)',
  waiting: '(waiting to be connected to the station before)',
  failed: 'connection failed',
  unknown: '(connection to the station before is not known)',
  closed: '(closed towards the station before)',
};
