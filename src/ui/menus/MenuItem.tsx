import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** One choice of a `Menu`: it leads to a page or does something. */
export function MenuItem({
  children,
  ...target
}: { children: ReactNode } & ({ to: string } | { onSelect: () => void })) {
  // The menu moves the focus between its items; Tab leaves the menu.
  const shared = { className: 'button plain', role: 'menuitem', tabIndex: -1 };
  if ('to' in target) {
    return (
      <Link {...shared} to={target.to}>
        {children}
      </Link>
    );
  }
  return (
    <button {...shared} type="button" onClick={target.onSelect}>
      {children}
    </button>
  );
}
