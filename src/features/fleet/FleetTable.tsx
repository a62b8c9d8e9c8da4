import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { NameOf } from '../../domain/fleet.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { FleetRow } from './FleetRow.tsx';
import styles from './FleetTable.module.css';

const ROW_PX = 37;

/**
 * The table of tunnels. Only the rows in sight are in the document, so that thousands scroll like ten; the
 * roles are written out because narrow screens lay the rows out as cards.
 */
export function FleetTable({ tunnels, nameOf }: { tunnels: Tunnel[]; nameOf: NameOf }) {
  const body = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: tunnels.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => tunnels[index]?.id ?? index,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const inSight = rows.getVirtualItems();
  const firstPx = (inSight[0]?.start ?? 0) - rows.options.scrollMargin;
  return (
    <div role="table" aria-label="Tunnels" aria-rowcount={tunnels.length + 1} className={styles.table}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          <span role="columnheader">State</span>
          <span role="columnheader">Tunnel</span>
          <span role="columnheader">Initiator</span>
          <span role="columnheader">Listener</span>
          <span role="columnheader">Created</span>
          <span role="columnheader">Ends</span>
        </div>
      </div>
      <div role="rowgroup" ref={body} style={{ height: rows.getTotalSize() }}>
        <div role="none" style={{ transform: `translateY(${Math.max(0, firstPx)}px)` }}>
          {inSight.map(({ index, key }) => {
            const tunnel = tunnels[index];
            return (
              tunnel && (
                <FleetRow
                  key={key}
                  tunnel={tunnel}
                  index={index}
                  measure={rows.measureElement}
                  initiator={nameOf(tunnel.initiatorAccessPointId)}
                  listener={nameOf(tunnel.listenerAccessPointId)}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
