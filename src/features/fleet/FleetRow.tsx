import { memo } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { shortId } from '../../domain/id.ts';
import { durationText } from '../../domain/time.ts';
import { endsAtMs, type Tunnel, timeLeftMs, tunnelName } from '../../domain/tunnel.ts';
import { isTerminal } from '../../domain/tunnelState.ts';
import { TimeText } from '../../ui/TimeText.tsx';
import { TunnelStateBadge } from '../../ui/TunnelStateBadge.tsx';
import { useNow } from '../../ui/useNow.ts';
import styles from './FleetTable.module.css';

/** One tunnel of the table; on a narrow screen the same cells stand as a card. */
export const FleetRow = memo(function FleetRow({
  tunnel,
  index,
  measure,
  initiator,
  listener,
}: {
  tunnel: Tunnel;
  index: number;
  measure: (element: Element | null) => void;
  /** The access points' names, where they are known. */
  initiator: string | null;
  listener: string | null;
}) {
  return (
    <div role="row" aria-rowindex={index + 2} data-index={index} ref={measure} className={styles.row}>
      <span role="cell">
        <TunnelStateBadge tunnel={tunnel} />
      </span>
      <span role="cell" className={styles.name}>
        <Link to={routePaths.tunnel(tunnel.id)} dir="auto" title={tunnelName(tunnel)}>
          {tunnelName(tunnel)}
        </Link>
      </span>
      <span role="cell" title={initiator ?? undefined} data-label="From">
        {initiator ?? <Unnamed id={tunnel.initiatorAccessPointId} />}
      </span>
      <span role="cell" title={listener ?? undefined} data-label="To">
        {listener ?? <Unnamed id={tunnel.listenerAccessPointId} />}
      </span>
      <span role="cell" data-label="Created">
        <TimeText ms={tunnel.createdAtMs} />
      </span>
      <span role="cell" data-label="Ends">
        <TimeLeft tunnel={tunnel} />
      </span>
    </div>
  );
});

function Unnamed({ id }: { id: string | null }) {
  if (id === null) return <span className="muted">not told</span>;
  return (
    <span className="mono muted" title={id}>
      {shortId(id)}
    </span>
  );
}

function TimeLeft({ tunnel }: { tunnel: Tunnel }) {
  const now = useNow(15_000);
  const leftMs = timeLeftMs(tunnel, now);
  const endMs = endsAtMs(tunnel);
  if (isTerminal(tunnel)) return <span className="muted">over</span>;
  if (leftMs === null || endMs === null) return <span className="muted">not known</span>;
  return (
    <>
      <TimeText ms={endMs} as="clock" />
      <span className="muted">{leftMs > 0 ? `, in ${durationText(leftMs)}` : ', due'}</span>
    </>
  );
}
