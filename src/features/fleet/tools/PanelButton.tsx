import styles from './PanelButton.module.css';

/** Opens and closes a panel above the table. */
export function PanelButton({
  label,
  count = 0,
  isOpen,
  panelId,
  onOpenChange,
}: {
  label: string;
  /** Shown after the label, unless it is 0. */
  count?: number;
  isOpen: boolean;
  /** The ID of the element that the panel opens in. */
  panelId: string;
  onOpenChange: (isOpen: boolean) => void;
}) {
  return (
    <button
      type="button"
      className={`button ${styles.button}`}
      aria-expanded={isOpen}
      aria-controls={panelId}
      onClick={() => onOpenChange(!isOpen)}
    >
      {label}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </button>
  );
}
