import { type ComponentType, lazy, use, useState } from 'react';
import { ProblemContext } from './notices/ProblemContext.ts';

/** What is fetched, and what it is called at the beginning of a sentence; null for what nobody misses. */
interface Late<P> {
  load: () => Promise<ComponentType<P>>;
  name: string | null;
}

/**
 * A part of a page whose code is fetched when it is first shown; stands in a Suspense. Code that does not come takes
 * nothing else with it: a line in its place says so, and tries again when one wants.
 */
export function lazyPart<P extends object>(load: Late<P>['load'], name: string | null): ComponentType<P> {
  return lazy(async () => ({
    default: await load().catch(() => (props: P) => <MissingPart late={{ load, name }} props={props} />),
  }));
}

function MissingPart<P extends object>({ late: { load, name }, props }: { late: Late<P>; props: P }) {
  // A new one each time: what React.lazy was refused once it does not ask for again.
  const [Again, setAgain] = useState<ComponentType<P> | null>(null);
  const tools = use(ProblemContext);
  if (Again) return <Again {...props} />;
  if (tools) use(tools.versionChecked());
  return (
    name !== null && (
      <p className="row" role="alert">
        {name} could not be loaded.
        <button type="button" className="button" onClick={() => setAgain(() => lazyPart(load, name))}>
          Try again
        </button>
      </p>
    )
  );
}
