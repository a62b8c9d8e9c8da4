import { tellingsOf, untold } from '../../../domain/fleet/activity.ts';
import type { FleetChange } from '../../../domain/fleet/changes.ts';
import { outsideThePage } from './browserNotifications.ts';

/** Tells outside the page what somebody asked to be told so, once, whichever of their tabs sees it first. */
export async function announce(
  changes: readonly FleetChange[],
  now: number,
  outside = outsideThePage,
): Promise<void> {
  const { kinds, notifications, sound } = outside.settings();
  const wanted = changes.filter(({ kind }) => kinds[kind]);
  if (wanted.length === 0 || !(notifications || sound)) return;
  // Of what several tabs see at about the same time, each thing belongs to the tab that gets here first.
  const mine = await outside.alone(() => {
    const { fresh, told } = untold(wanted, outside.readTold(), now);
    outside.writeTold(told);
    return fresh;
  });
  if (mine.length === 0) return;
  if (notifications) for (const telling of tellingsOf(mine, now)) outside.notify(telling);
  if (sound) outside.chime();
}
