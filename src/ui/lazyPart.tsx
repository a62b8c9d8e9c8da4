import { type ComponentType, lazy, use, useState } from 'react';
import { ProblemContext } from './notices/ProblemContext.ts';

/** The code of a part of a page: how to load it, and what the part is called in a sentence. */
interface PartCode<P> {
  load: () => Promise<ComponentType<P>>;
  name: string | null;
}

/**
 * Returns a component whose code is loaded when it is first shown; it needs a Suspense around it. When the code can't
 * be loaded, the rest of the page keeps working: a line says so and offers to try again.
 *
 * @param name what the part is called after "Couldn't load": "the chart"; null to show nothing in its place
 */
export function lazyPart<P extends object>(load: PartCode<P>['load'], name: string | null): ComponentType<P> {
  return lazy(async () => ({
    default: await load().catch(() => (props: P) => <MissingPart code={{ load, name }} props={props} />),
  }));
}

function MissingPart<P extends object>({ code: { load, name }, props }: { code: PartCode<P>; props: P }) {
  // A new component for each attempt: React.lazy doesn't load again after a failure.
  const [Retried, setRetried] = useState<ComponentType<P> | null>(null);
  const services = use(ProblemContext);
  if (Retried) return <Retried {...props} />;
  if (services) use(services.versionChecked());
  return (
    name !== null && (
      <p className="row" role="alert">
        Couldn’t load {name}.
        <button type="button" className="button" onClick={() => setRetried(() => lazyPart(load, name))}>
          Try again
        </button>
      </p>
    )
  );
}
