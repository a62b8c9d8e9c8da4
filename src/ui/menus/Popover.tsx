import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';
import styles from './Popover.module.css';

/**
 * A button that opens a box above the page. It is the browser's own popover: Escape or a click outside closes it, and
 * the focus returns to the button.
 */
export function Popover({
  label,
  isPlain = false,
  ref,
  triggerProps,
  children,
  ...popoverProps
}: {
  /** What is on the button. */
  label: ReactNode;
  /** Whether the button is drawn without a border. */
  isPlain?: boolean;
  ref?: Ref<HTMLDivElement>;
  triggerProps?: ComponentProps<'button'>;
  children: ReactNode;
} & Omit<ComponentProps<'div'>, 'id' | 'popover' | 'className' | 'ref'>) {
  const id = useId();
  return (
    <div className={styles.root}>
      <button
        {...triggerProps}
        type="button"
        className={`button ${isPlain ? 'plain' : ''} ${styles.trigger}`}
        popoverTarget={id}
      >
        {label}
      </button>
      <div {...popoverProps} ref={ref} id={id} popover="auto" className={styles.popover}>
        {children}
      </div>
    </div>
  );
}
