import { useLayoutEffect, useRef, useState } from 'react';
import { type ColumnSetting, columnTitle } from '../../../domain/fleet/columns.ts';
import {
  clampColumnWidth,
  MAX_COLUMN_WIDTH_PX,
  MIN_COLUMN_WIDTH_PX,
} from '../../../domain/fleet/urlState.ts';
import styles from './ColumnResizer.module.css';
import { columnWidthValue, columnWidthVariable } from './columnWidths.ts';

const STEP_PX = 16;

/**
 * The edge of a column in the table's heading, to be dragged or moved by arrow keys; Home, End and a double click
 * give the column its usual width. What is wished follows at once as a variable of the table's style, so that no row
 * renders; it is told when one lets go.
 */
export function ColumnResizer({
  chosen: { column, widthPx },
  onResize,
}: {
  chosen: ColumnSetting;
  onResize: (chosen: ColumnSetting) => void;
}) {
  const edge = useRef<HTMLSpanElement>(null);
  const grip = useRef<{ atPx: number; widthPx: number } | null>(null);
  const wishedPx = useRef<number | null>(null);
  const [nowPx, setNowPx] = useState(MIN_COLUMN_WIDTH_PX);
  const measure = () => Math.round(edge.current?.parentElement?.offsetWidth ?? 0);
  const tell = () => setNowPx(measure());
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when another width was chosen
  useLayoutEffect(tell, [widthPx]);
  const show = (px: number | null) => {
    const { style } = edge.current?.closest<HTMLElement>('[role=table]') ?? {};
    if (px === null) style?.removeProperty(columnWidthVariable(column));
    else style?.setProperty(columnWidthVariable(column), columnWidthValue(px));
  };
  const wish = (px: number) => {
    wishedPx.current = clampColumnWidth(px);
    show(wishedPx.current);
    tell();
  };
  const letGo = () => {
    grip.current = null;
    if (wishedPx.current !== null) onResize({ column, widthPx: wishedPx.current });
    wishedPx.current = null;
  };
  const giveUp = () => {
    grip.current = null;
    wishedPx.current = null;
    show(widthPx);
    tell();
  };
  const reset = () => {
    wishedPx.current = null;
    show(null);
    tell();
    onResize({ column, widthPx: null });
  };
  const press = ({ key }: { key: string }): true | undefined => {
    const sign = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (sign) wish((wishedPx.current ?? measure()) + sign * STEP_PX);
    else if (key === 'Home' || key === 'End') reset();
    else if (key === 'Escape') giveUp();
    else return undefined;
    return true;
  };
  return (
    <span
      ref={edge}
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${columnTitle(column)}, in pixels`}
      aria-valuemin={MIN_COLUMN_WIDTH_PX}
      aria-valuemax={MAX_COLUMN_WIDTH_PX}
      aria-valuenow={nowPx}
      title="Drag to resize; double click for the usual width"
      onFocus={tell}
      onKeyDown={(event) => press(event) && event.preventDefault()}
      onKeyUp={letGo}
      onBlur={letGo}
      onDoubleClick={reset}
      onPointerDown={({ button, clientX, pointerId, currentTarget }) => {
        if (button !== 0) return;
        currentTarget.setPointerCapture(pointerId);
        grip.current = { atPx: clientX, widthPx: measure() };
      }}
      onPointerMove={({ clientX }) => {
        if (grip.current) wish(grip.current.widthPx + clientX - grip.current.atPx);
      }}
      onPointerUp={letGo}
      onPointerCancel={giveUp}
    />
  );
}
