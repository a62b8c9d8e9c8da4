import { notYetAnnounced, toActivityEntries } from '../../../domain/fleet/activity.ts';
import type { FleetChange } from '../../../domain/fleet/changes.ts';
import { browserNotifications } from './browserNotifications.ts';

/** Notifies the reader of changes outside the page, as they have set it: once, however many tabs see a change. */
export async function announce(
  changes: readonly FleetChange[],
  now: number,
  browser = browserNotifications,
): Promise<void> {
  const { kinds, browserNotifications, sound } = browser.settings();
  const wanted = changes.filter(({ kind }) => kinds[kind]);
  if (wanted.length === 0 || !(browserNotifications || sound)) return;
  // Several tabs see the same change at about the same time: the first one to get the lock announces it.
  const unannounced = await browser.withLock(() => {
    const { fresh, announced } = notYetAnnounced(wanted, browser.readAnnounced(), now);
    browser.writeAnnounced(announced);
    return fresh;
  });
  if (unannounced.length === 0) return;
  if (browserNotifications) for (const entry of toActivityEntries(unannounced, now)) browser.notify(entry);
  if (sound) browser.playSound();
}
