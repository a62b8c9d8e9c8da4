import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';

/** The two ways to go on with an access point: it becomes one side of a new tunnel. */
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
