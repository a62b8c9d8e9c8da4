import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';

/** Links that start a new tunnel with an access point as its initiator or listener. */
export function UseAsLinks({ accessPoint: { id, name } }: { accessPoint: Pick<AccessPoint, 'id' | 'name'> }) {
  return (
    <>
      {(['initiator', 'listener'] as const).map((side) => (
        <Link
          key={side}
          className="button"
          aria-label={`Use as ${side}: ${name}`}
          to={routePaths.createTunnelPrefilled({ [`${side}Id`]: id })}
        >
          Use as {side}
        </Link>
      ))}
    </>
  );
}
