import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import styles from './AccessPointList.module.css';
import { AccessPointRow } from './AccessPointRow.tsx';

const ROW_PX = 76;
const CARD_PX = 216;
const NARROW = '(max-width: 640px)';

/** However many access points there are, only those in sight are in the page. */
export function AccessPointList({
  pages,
  isComplete,
  end,
}: {
  pages: readonly { accessPoints: readonly AccessPoint[] }[];
  /** Whether these are all there are. */
  isComplete: boolean;
  /** What stands below the last row. */
  end: ReactNode;
}) {
  const accessPoints = useMemo(() => pages.flatMap((page) => page.accessPoints), [pages]);
  const list = useRef<HTMLUListElement>(null);
  const [topPx, setTopPx] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  // What stands above may grow or shrink; the list must know where it begins.
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTopPx(list.current.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // Both stay the same function while they can: with a new one every row is laid out anew, ten thousand at a scroll.
  const [estimateSize] = useState(() => sizeEstimate());
  const getItemKey = useCallback((index: number) => accessPoints[index]?.id ?? index, [accessPoints]);
  const rows = useWindowVirtualizer<HTMLLIElement>({
    count: accessPoints.length,
    estimateSize,
    getItemKey,
    overscan: 8,
    scrollMargin: topPx,
    useFlushSync: false,
    // The row that has the focus stays, however far one scrolls, so that the keyboard does not lose its place.
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

/** As tall as most rows turn out to be; each is measured once it is there. */
function sizeEstimate(): () => number {
  const px = matchMedia(NARROW).matches ? CARD_PX : ROW_PX;
  return () => px;
}

function withFocused(range: Range, focused: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (focused === null || focused >= range.count || indexes.includes(focused)) return indexes;
  return [...indexes, focused].sort((a, b) => a - b);
}
