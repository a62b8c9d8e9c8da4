import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ComponentProps, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AccessPoint } from '../../domain/accessPoint.ts';
import { LoadMore } from '../../ui/LoadMore.tsx';
import styles from './AccessPointList.module.css';
import { AccessPointRow } from './AccessPointRow.tsx';

const ROW_PX = 76;
const CARD_PX = 216;
const NARROW = '(max-width: 640px)';

/** However many access points there are, only those in sight are in the page. */
export function AccessPointList({
  pages,
  more,
}: {
  pages: readonly { accessPoints: readonly AccessPoint[] }[];
  more: ComponentProps<typeof LoadMore>['pages'];
}) {
  const accessPoints = useMemo(() => pages.flatMap((page) => page.accessPoints), [pages]);
  const list = useRef<HTMLUListElement>(null);
  const [topPx, setTopPx] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  // What stands above may grow or shrink with any render; the list must know where it begins.
  useLayoutEffect(() => {
    if (list.current) setTopPx(list.current.getBoundingClientRect().top + window.scrollY);
  });
  const rows = useWindowVirtualizer<HTMLLIElement>({
    count: accessPoints.length,
    estimateSize: () => (matchMedia(NARROW).matches ? CARD_PX : ROW_PX),
    getItemKey: (index) => accessPoints[index]?.id ?? index,
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
                aria-setsize={more.hasNextPage ? -1 : accessPoints.length}
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
      <LoadMore pages={more} />
    </>
  );
}

function withFocused(range: Range, focused: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (focused === null || focused >= range.count || indexes.includes(focused)) return indexes;
  return [...indexes, focused].sort((a, b) => a - b);
}
