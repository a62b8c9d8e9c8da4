import { type ReactNode, useId } from 'react';

/** Shows a titled part of a page. */
export function PageCard({
  title,
  actions,
  children,
}: {
  title: string;
  /** What can be done in this part, beside its title. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className="card stack" aria-labelledby={titleId}>
      <div className="row">
        <h2 id={titleId}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
