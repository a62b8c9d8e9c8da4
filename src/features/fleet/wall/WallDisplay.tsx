import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { fleetPollMs } from '../../../api/polling.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import type { ActivityEntry } from '../../../domain/fleet/activity.ts';
import type { ObservedPeriod } from '../../../domain/fleet/history.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import {
  DEFAULT_WALL_DISPLAY,
  parseWallDisplaySettings,
  type WallView,
  wallViewAt,
} from '../../../domain/fleet/wallDisplay.ts';
import { localTimeText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import { useNow } from '../../../ui/text/useNow.ts';
import { EndsChart, StatesChart, TimelineChart, UsageChart } from '../charts/lazyCharts.ts';
import { useWakeLock } from './useWakeLock.ts';
import { WallActivity } from './WallActivity.tsx';
import { WallCounts } from './WallCounts.tsx';
import styles from './WallDisplay.module.css';
import { WallEnding } from './WallEnding.tsx';
import { WALL_VIEW_TITLES } from './wallViewTitles.ts';

/** How large charts are: they and their letters grow with the screen, and leave room for the heading. */
function chartSize(): { height: number; letterPx: number } {
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  // As in WallMode.module.css.
  const wallPx = Math.min(Math.max(remPx, 0.024 * Math.min(innerWidth, innerHeight)), 2.5 * remPx);
  return {
    height: Math.max(260, innerHeight - Math.max(220, 9 * wallPx)),
    letterPx: Math.round(0.75 * wallPx),
  };
}

/** What a wall screen can show. */
interface WallDisplayProps {
  tunnels: readonly Tunnel[];
  names: FleetNames;
  spans: readonly ObservedPeriod[];
  /** Newest first. */
  feed: readonly ActivityEntry[];
}

/**
 * The wall screen: large, without controls, one chosen view after the other. A modal dialog, so that everything
 * below it is out of reach; Escape, leaving the full screen and, where there are no keys, a tap end it.
 */
export function WallDisplay(seen: WallDisplayProps) {
  const [query, setQuery] = useSearchParams();
  const plan = parseWallDisplaySettings(query) ?? DEFAULT_WALL_DISPLAY;
  const view = wallViewAt(plan, useNow(plan.secondsPerView * 1000));
  const dialog = useRef<HTMLDialogElement>(null);
  useWakeLock();
  const leave = useEffectEvent(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    setQuery((before) => {
      before.delete('wall');
      before.delete('every');
      return before;
    });
  });
  // In the layout phase: see ui/dialogs/Dialog.tsx.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const onFullscreen = () => document.fullscreenElement === null && leave();
    // A mouse that is knocked leaves nothing.
    const onClick = (event: Event) => !('pointerType' in event && event.pointerType === 'mouse') && leave();
    document.addEventListener('fullscreenchange', onFullscreen);
    element?.addEventListener('click', onClick);
    return () => {
      element?.removeEventListener('click', onClick);
      document.removeEventListener('fullscreenchange', onFullscreen);
      element?.close();
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.wall} aria-label="Wall screen" onCancel={() => leave()}>
      <header className={styles.top}>
        <h2>{WALL_VIEW_TITLES[view]}</h2>
        <Age />
        <Clock />
      </header>
      <div className={styles.view}>
        <Suspense>
          <View view={view} {...seen} />
        </Suspense>
      </div>
    </dialog>
  );
}

function Clock() {
  const now = useNow();
  return <time className={styles.clock}>{localTimeText(now, now)}</time>;
}

/** How old this is. The page below keeps it up to date. */
function Age() {
  const list = useQuery({ ...tunnelQueries.list(), enabled: false });
  const isAskedAgain = fleetPollMs(list, list.errorUpdatedAt) !== false;
  return (
    <span className={list.isError ? styles.error : 'muted'}>
      updated <TimeText ms={list.dataUpdatedAt} />
      {list.isError && (isAskedAgain ? ', trying again' : ', no longer: the page below says why')}
    </span>
  );
}

function View({ view, tunnels, names, spans, feed }: WallDisplayProps & { view: WallView }) {
  switch (view) {
    case 'counts':
      return <WallCounts tunnels={tunnels} />;
    case 'ending':
      return <WallEnding tunnels={tunnels} names={names} />;
    case 'activity':
      return <WallActivity feed={feed} />;
    case 'states':
      return <StatesChart spans={spans} {...chartSize()} />;
    case 'timeline':
      return <TimelineChart tunnels={tunnels} fontPx={chartSize().letterPx} />;
    case 'ends':
      return <EndsChart tunnels={tunnels} {...chartSize()} />;
    case 'usage':
      return <UsageChart tunnels={tunnels} names={names} fontPx={chartSize().letterPx} />;
  }
}
