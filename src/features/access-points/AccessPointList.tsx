import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import styles from './AccessPointList.module.css';
import { AccessPointRow } from './AccessPointRow.tsx';

const ROW_PX = 76;
const CARD_REM = 13.5;
// The same width, in em, at which AccessPointRow.module.css turns rows into cards.
const SHOWS_CARDS = '(max-width: 40em)';

/** Lists access points. Only the rows in view are rendered, so that ten thousand scroll like ten. */
export function AccessPointList({
  pages,
  isComplete,
  end,
}: {
  pages: readonly { accessPoints: readonly AccessPoint[] }[];
  /** Whether these are all there are. */
  isComplete: boolean;
  /** What follows the last row. */
  end: ReactNode;
}) {
  const accessPoints = useMemo(() => pages.flatMap((page) => page.accessPoints), [pages]);
  const list = useRef<HTMLUListElement>(null);
  const [topPx, setTopPx] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  // What is above the list may grow or shrink, and the list must know where it starts.
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTopPx(list.current.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // Both keep their identity: a new function would make the virtualizer lay out every row again at each scroll.
  const [estimateSize] = useState(() => sizeEstimate());
  const getItemKey = useCallback((index: number) => accessPoints[index]?.id ?? index, [accessPoints]);
  const rows = useWindowVirtualizer<HTMLLIElement>({
    count: accessPoints.length,
    estimateSize,
    getItemKey,
    overscan: 8,
    scrollMargin: topPx,
    useFlushSync: false,
    // The focused row stays rendered, so that the keyboard keeps its place however far the page is scrolled.
    rangeExtractor: (range) => withFocused(range, focused),
  });
  return (
    <>
      <ul
        ref={list}
        className={styles.list}
        style={{ height: rows.getTotalSize() }}
        aria-label="Access points"
      >
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const accessPoint = accessPoints[index];
          return (
            accessPoint && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className={styles.item}
                style={{ transform: `translateY(${start - topPx}px)` }}
                aria-setsize={isComplete ? accessPoints.length : -1}
                aria-posinset={index + 1}
                onFocus={() => setFocused(index)}
                onBlur={() => setFocused(null)}
              >
                <AccessPointRow accessPoint={accessPoint} />
              </li>
            )
          );
        })}
      </ul>
      {end}
    </>
  );
}

/** Returns a guess at the height of a row in px; the virtualizer measures each row once it is rendered. */
function sizeEstimate(): () => number {
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const px = matchMedia(SHOWS_CARDS).matches ? CARD_REM * remPx : ROW_PX;
  return () => px;
}

function withFocused(range: Range, focused: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (focused === null || focused >= range.count || indexes.includes(focused)) return indexes;
  return [...indexes, focused].sort((a, b) => a - b);
}
