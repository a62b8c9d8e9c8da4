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
 * The handle at the edge of a column heading: dragging it or pressing arrow keys resizes the column; Home, End and a
 * double-click reset it. While it moves, only a CSS variable of the table changes, so that no row renders; the new
 * width is reported when the pointer or the key is released.
 */
export function ColumnResizer({
  setting: { column, widthPx },
  onResize,
}: {
  setting: ColumnSetting;
  onResize: (setting: ColumnSetting) => void;
}) {
  const handle = useRef<HTMLSpanElement>(null);
  const dragStart = useRef<{ pointerPx: number; widthPx: number } | null>(null);
  const pendingPx = useRef<number | null>(null);
  const [currentPx, setCurrentPx] = useState(MIN_COLUMN_WIDTH_PX);
  const measure = () => Math.round(handle.current?.parentElement?.offsetWidth ?? 0);
  const updateValue = () => setCurrentPx(measure());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new width has to be measured again
  useLayoutEffect(updateValue, [widthPx]);
  const show = (px: number | null) => {
    const { style } = handle.current?.closest<HTMLElement>('[role=table]') ?? {};
    if (px === null) style?.removeProperty(columnWidthVariable(column));
    else style?.setProperty(columnWidthVariable(column), columnWidthValue(px));
  };
  const resizeTo = (px: number) => {
    pendingPx.current = clampColumnWidth(px);
    show(pendingPx.current);
    updateValue();
  };
  const finish = () => {
    dragStart.current = null;
    if (pendingPx.current !== null) onResize({ column, widthPx: pendingPx.current });
    pendingPx.current = null;
  };
  const cancel = () => {
    dragStart.current = null;
    pendingPx.current = null;
    show(widthPx);
    updateValue();
  };
  const reset = () => {
    pendingPx.current = null;
    show(null);
    updateValue();
    onResize({ column, widthPx: null });
  };
  const onKey = ({ key }: { key: string }): true | undefined => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (direction) resizeTo((pendingPx.current ?? measure()) + direction * STEP_PX);
    else if (key === 'Home' || key === 'End') reset();
    else if (key === 'Escape') cancel();
    else return undefined;
    return true;
  };
  return (
    <span
      ref={handle}
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${columnTitle(column)}, in pixels`}
      aria-valuemin={MIN_COLUMN_WIDTH_PX}
      aria-valuemax={MAX_COLUMN_WIDTH_PX}
      aria-valuenow={currentPx}
      title="Drag to resize. Double-click to reset."
      onFocus={updateValue}
      onKeyDown={(event) => onKey(event) && event.preventDefault()}
      onKeyUp={finish}
      onBlur={finish}
      onDoubleClick={reset}
      onPointerDown={({ button, clientX, pointerId, currentTarget }) => {
        if (button !== 0) return;
        currentTarget.setPointerCapture(pointerId);
        dragStart.current = { pointerPx: clientX, widthPx: measure() };
      }}
      onPointerMove={({ clientX }) => {
        if (dragStart.current) resizeTo(dragStart.current.widthPx + clientX - dragStart.current.pointerPx);
      }}
      onPointerUp={finish}
      onPointerCancel={cancel}
    />
  );
}
