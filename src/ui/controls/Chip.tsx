import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Chip.module.css';

/** What the chip does: nothing, leads to a page, or is switched on and off. */
type ChipAction =
  | { to?: never; isPressed?: never; onClick?: never }
  | { to: string; isPressed?: never; onClick?: never }
  | { to?: never; isPressed: boolean; onClick: () => void };

/** Shows a word or two in a rounded box: a mark, a link or a switch. */
export function Chip({
  children,
  tone = 'neutral',
  title,
  to,
  isPressed,
  onClick,
}: {
  children: ReactNode;
  tone?: 'neutral' | 'warning' | 'success';
  /** More about it, on hover. */
  title?: string | undefined;
} & ChipAction) {
  const shared = { className: styles.chip, 'data-tone': tone, dir: 'auto', title };
  if (to !== undefined) {
    return (
      <Link {...shared} to={to}>
        {children}
      </Link>
    );
  }
  if (onClick) {
    return (
      <button {...shared} type="button" aria-pressed={isPressed} onClick={onClick}>
        {children}
      </button>
    );
  }
  return <span {...shared}>{children}</span>;
}
