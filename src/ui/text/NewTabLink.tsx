import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';

/** Links to a page outside of the dashboard, which opens in a new tab. */
export function NewTabLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span style={{ marginInlineStart: 4 }}>
        <Icon name="link" />
      </span>
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
