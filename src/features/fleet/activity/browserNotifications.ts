import * as v from 'valibot';
import { namespaced } from '../../../browser/namespace.ts';
import { deviceStorage } from '../../../browser/storage.ts';
import { type ActivityEntry, type Announced, activityText } from '../../../domain/fleet/activity.ts';
import type { NotificationSettings } from '../../../domain/fleet/notificationSettings.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { currentNotificationSettings } from './useNotificationSettings.ts';

/** How the browser notifies people outside the page, and what its tabs share for that. */
export interface BrowserNotifications {
  settings: () => NotificationSettings;
  /** Runs an action while no other tab runs one. */
  withLock: <T>(action: () => T) => Promise<T>;
  readAnnounced: () => Announced;
  writeAnnounced: (announced: Announced) => void;
  notify: (entry: ActivityEntry) => void;
  playSound: () => void;
}

/** Returns the name under which the announcements to the signed-in person are stored. */
const storageName = () => `announced.${currentSession()?.identity.id}`;

/** By kind of change and tunnel ID, the time of the announcement in milliseconds since the epoch. */
const StoredAnnounced = v.fallback(v.record(v.string(), v.number()), {});

export const browserNotifications: BrowserNotifications = {
  settings: currentNotificationSettings,
  withLock: async (action) =>
    navigator.locks ? navigator.locks.request(namespaced('notifications'), () => action()) : action(),
  readAnnounced: () => v.parse(StoredAnnounced, deviceStorage.read(storageName())),
  writeAnnounced: (announced) => deviceStorage.write(storageName(), announced),
  notify,
  playSound,
};

/** Notifications without a reference can be garbage-collected before the browser shows them. */
const shownNotifications = new Set<Notification>();
/** Not every browser reports that a notification was closed. */
const MOST_SHOWN = 20;

function notify(entry: ActivityEntry): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const tag = `globus-streams ${entry.kind} ${entry.changes[0]?.tunnelId}`;
  try {
    const notification = new Notification(activityText(entry), { tag });
    shownNotifications.add(notification);
    const [oldest] = shownNotifications;
    if (shownNotifications.size > MOST_SHOWN && oldest) shownNotifications.delete(oldest);
    notification.addEventListener('click', () => window.focus());
    for (const end of ['close', 'error'])
      notification.addEventListener(end, () => shownNotifications.delete(notification));
  } catch {
    // Some phones only allow notifications from a service worker. The activity list has the change all the same.
  }
}

/** Plays two short tones. Browsers stay silent until someone has interacted with the page. */
function playSound(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.08;
  volume.connect(audio.destination);
  for (const [at, hertz] of [660, 880].entries()) {
    const tone = audio.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start(audio.currentTime + at * 0.16);
    tone.stop(audio.currentTime + at * 0.16 + 0.14);
  }
  setTimeout(() => void audio.close(), 1000);
}
