import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './Menu.module.css';
import { Popover } from './Popover.tsx';

/** A button that opens a menu of `MenuItem`s. The keys are those of the ARIA menu button pattern. */
export function Menu({
  label,
  caption,
  children,
}: {
  /** What is on the button. */
  label: string;
  /** What the items are about, above them. */
  caption?: string;
  children: ReactNode;
}) {
  const captionId = useId();
  const popover = useRef<HTMLDivElement>(null);
  const items = () => [...(popover.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const close = () => popover.current?.hidePopover();
  const onKeyDown = (event: KeyboardEvent) => {
    // The focus first returns to the button, so that Tab moves on from there.
    if (event.key === 'Tab') return close();
    const all = items();
    const current = all.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowDown: (current + 1) % all.length,
      ArrowUp: (current <= 0 ? all.length : current) - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <Popover
      ref={popover}
      label={label}
      triggerProps={{
        'aria-haspopup': 'menu',
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          event.currentTarget.click();
        },
      }}
      onToggle={({ newState }) => newState === 'open' && items()[0]?.focus()}
      onKeyDown={onKeyDown}
      // Before the item acts: a dialog that it opens gives the focus back to where it found it.
      onClickCapture={close}
    >
      {caption && (
        <p id={captionId} className={`small muted ${styles.caption}`}>
          {caption}
        </p>
      )}
      <div
        role="menu"
        className={styles.items}
        {...(caption ? { 'aria-labelledby': captionId } : { 'aria-label': label })}
      >
        {children}
      </div>
    </Popover>
  );
}
