import { notYetAnnounced, toActivityEntries } from '../../../domain/fleet/activity.ts';
import type { FleetChange } from '../../../domain/fleet/changes.ts';
import { browserNotifications } from './browserNotifications.ts';

/** Tells outside the page what somebody asked to be told so, once, whichever of their tabs sees it first. */
export async function announce(
  changes: readonly FleetChange[],
  now: number,
  outside = browserNotifications,
): Promise<void> {
  const { kinds, browserNotifications, sound } = outside.settings();
  const wanted = changes.filter(({ kind }) => kinds[kind]);
  if (wanted.length === 0 || !(browserNotifications || sound)) return;
  // Of what several tabs see at about the same time, each thing belongs to the tab that gets here first.
  const mine = await outside.withLock(() => {
    const { fresh, announced } = notYetAnnounced(wanted, outside.readAnnounced(), now);
    outside.writeAnnounced(announced);
    return fresh;
  });
  if (mine.length === 0) return;
  if (browserNotifications) for (const telling of toActivityEntries(mine, now)) outside.notify(telling);
  if (sound) outside.playSound();
}
