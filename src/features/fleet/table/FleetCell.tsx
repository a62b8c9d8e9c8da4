import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import type { FleetColumn } from '../../../domain/fleet/columns.ts';
import {
  accessPointName,
  type FleetNames,
  ownerName,
  ownerOrganization,
} from '../../../domain/fleet/names.ts';
import { shortId } from '../../../domain/text/id.ts';
import { durationText } from '../../../domain/text/time.ts';
import type { Outcome } from '../../../domain/tunnel/outcome.ts';
import { isTerminal } from '../../../domain/tunnel/state.ts';
import { endsAtMs, type Tunnel, timeLeftMs, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import { useNow } from '../../../ui/text/useNow.ts';
import styles from './FleetCell.module.css';
import { OutcomeCell } from './OutcomeCell.tsx';

/** With this much time left or less, the cell offers to recreate the tunnel. */
const ENDING_SOON_MS = 60 * 60_000;

/** What one column shows about a tunnel. */
export function FleetCell({
  column,
  tunnel,
  outcome,
  names,
}: {
  column: FleetColumn;
  tunnel: Tunnel;
  outcome: Outcome;
  names: FleetNames;
}) {
  switch (column) {
    case 'state':
      return <OutcomeCell tunnel={tunnel} outcome={outcome} />;
    case 'label':
      return (
        <Link className={styles.name} to={routePaths.tunnel(tunnel.id)} dir="auto" title={tunnelName(tunnel)}>
          {tunnelName(tunnel)}
        </Link>
      );
    case 'initiator':
    case 'listener': {
      const id = column === 'initiator' ? tunnel.initiatorAccessPointId : tunnel.listenerAccessPointId;
      return <NameOrId id={id} name={accessPointName(names, id)} />;
    }
    case 'created':
      return <TimeText ms={tunnel.createdAtMs} />;
    case 'ends':
      return <Ends tunnel={tunnel} />;
    case 'owner':
      return <NameOrId id={tunnel.ownerId} name={ownerName(names, tunnel)} />;
    case 'organization':
      return <Text text={ownerOrganization(names, tunnel)} />;
    case 'lifetime':
      return <Text text={tunnel.lifetimeMinutes && durationText(tunnel.lifetimeMinutes * 60_000)} />;
    case 'restartable':
      return tunnel.restartable ? 'Yes' : 'No';
    case 'status':
      return <Text text={tunnel.status} />;
    case 'id':
      return <NameOrId id={tunnel.id} name={null} />;
  }
}

function Text({ text }: { text: string | 0 | null }) {
  if (!text) return <span className="muted">Unknown</span>;
  return (
    <span dir="auto" title={text}>
      {text}
    </span>
  );
}

/** A name or, until that has loaded, the ID. */
function NameOrId({ id, name }: { id: string | null; name: string | null }) {
  if (id === null || name !== null) return <Text text={name} />;
  return (
    <span className={`mono muted ${styles.id}`} title={id}>
      {shortId(id)}
    </span>
  );
}

function Ends({ tunnel }: { tunnel: Tunnel }) {
  const now = useNow(15_000);
  const leftMs = timeLeftMs(tunnel, now);
  if (isTerminal(tunnel)) return <span className="muted">Ended</span>;
  if (leftMs === null) return <span className="muted">Unknown</span>;
  return (
    <>
      <TimeText ms={endsAtMs(tunnel)} format="clock" />
      <span className="muted">{leftMs > 0 ? `, in ${durationText(leftMs)}` : ', now'}</span>
      {leftMs < ENDING_SOON_MS && (
        <>
          {' '}
          <Link
            to={routePaths.duplicateTunnel(tunnel)}
            aria-label={`Duplicate ${tunnelName(tunnel)}`}
            title="Create another tunnel with the same access points, label, and lifetime"
          >
            Duplicate
          </Link>
        </>
      )}
    </>
  );
}
