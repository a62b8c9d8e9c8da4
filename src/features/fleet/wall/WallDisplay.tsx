import { Suspense, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { ActivityEntry } from '../../../domain/fleet/activity.ts';
import type { ObservedPeriod } from '../../../domain/fleet/history.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import {
  type WallDisplaySettings,
  type WallView,
  wallDisplayUrlState,
  wallViewAt,
} from '../../../domain/fleet/wallDisplay.ts';
import { localTimeText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { wallDisplayShown } from '../../../session/timeLimits.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { useUrlState } from '../../../ui/useUrlState.ts';
import { EndsChart, StatesChart, TimelineChart, UsageChart } from '../charts/lazyCharts.ts';
import { useWakeLock } from './useWakeLock.ts';
import { WallActivity } from './WallActivity.tsx';
import { WallCounts } from './WallCounts.tsx';
import styles from './WallDisplay.module.css';
import { WallEnding } from './WallEnding.tsx';
import { WallStatus } from './WallStatus.tsx';
import { WALL_VIEW_TITLES } from './wallViewTitles.ts';

/** The data that the views show. */
interface WallData {
  tunnels: readonly Tunnel[];
  names: FleetNames;
  periods: readonly ObservedPeriod[];
  /** Newest first. */
  activity: readonly ActivityEntry[];
}

/**
 * Fills the screen with one view after the other, in large text and without controls. It is a modal dialog, so that
 * the page below can't be reached. Escape closes it, and so does leaving full screen or tapping the screen.
 */
export function WallDisplay({ settings, ...data }: { settings: WallDisplaySettings } & WallData) {
  const [, change] = useUrlState(wallDisplayUrlState);
  const view = wallViewAt(settings, useNow(settings.secondsPerView * 1000));
  const dialog = useRef<HTMLDialogElement>(null);
  useWakeLock();
  const leave = useEffectEvent(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    change({ wall: null });
  });
  // A layout effect for the same reason as in ui/dialogs/Dialog.tsx.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    wallDisplayShown.set(true);
    const onFullscreen = () => document.fullscreenElement === null && leave();
    // Not by mouse: bumping into it must not close the wall display.
    const onClick = (event: Event) => !('pointerType' in event && event.pointerType === 'mouse') && leave();
    document.addEventListener('fullscreenchange', onFullscreen);
    element?.addEventListener('click', onClick);
    return () => {
      element?.removeEventListener('click', onClick);
      document.removeEventListener('fullscreenchange', onFullscreen);
      element?.close();
      wallDisplayShown.set(false);
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.wall} aria-label="Wall display" onCancel={() => leave()}>
      <header className={styles.top}>
        <h2>{WALL_VIEW_TITLES[view]}</h2>
        <WallStatus />
        <Clock />
      </header>
      <div className={styles.view}>
        <Suspense>
          <View view={view} {...data} />
        </Suspense>
      </div>
    </dialog>
  );
}

function Clock() {
  const now = useNow();
  return <time className={styles.clock}>{localTimeText(now, now)}</time>;
}

function View({ view, tunnels, names, periods, activity }: { view: WallView } & WallData) {
  const { heightPx, fontPx } = chartSize();
  switch (view) {
    case 'counts':
      return <WallCounts tunnels={tunnels} />;
    case 'ending':
      return <WallEnding tunnels={tunnels} names={names} />;
    case 'activity':
      return <WallActivity activity={activity} />;
    case 'states':
      return <StatesChart periods={periods} heightPx={heightPx} fontPx={fontPx} />;
    case 'timeline':
      return <TimelineChart tunnels={tunnels} fontPx={fontPx} />;
    case 'ends':
      return <EndsChart tunnels={tunnels} heightPx={heightPx} fontPx={fontPx} />;
    case 'usage':
      return <UsageChart tunnels={tunnels} names={names} fontPx={fontPx} />;
  }
}

/** Returns the size of charts and their text: they grow with the screen, and leave room for the heading. */
function chartSize(): { heightPx: number; fontPx: number } {
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  // The font size in WallDisplay.module.css.
  const wallPx = Math.min(Math.max(remPx, 0.024 * Math.min(innerWidth, innerHeight)), 2.5 * remPx);
  return {
    heightPx: Math.max(260, innerHeight - Math.max(220, 9 * wallPx)),
    fontPx: Math.round(0.75 * wallPx),
  };
}
