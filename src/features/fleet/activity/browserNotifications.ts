import { namespaced } from '../../../browser/namespace.ts';
import { deviceStorage } from '../../../browser/storage.ts';
import { type ActivityEntry, type Announced, activityText } from '../../../domain/fleet/activity.ts';
import type { NotificationSettings } from '../../../domain/fleet/notificationSettings.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { currentNotificationSettings } from './useNotificationSettings.ts';

/** What the browser can do outside the page, and what its tabs know together. */
export interface BrowserNotifications {
  settings: () => NotificationSettings;
  /** Does something while no other tab does. */
  withLock: <T>(deed: () => T) => Promise<T>;
  readAnnounced: () => Announced;
  writeAnnounced: (told: Announced) => void;
  notify: (telling: ActivityEntry) => void;
  playSound: () => void;
}

/** Where it is kept what was told to the person who is signed in. */
const toldName = () => `told.${currentSession()?.identity.id}`;

export const browserNotifications: BrowserNotifications = {
  settings: currentNotificationSettings,
  withLock: async (deed) =>
    navigator.locks ? navigator.locks.request(namespaced('notifications'), () => deed()) : deed(),
  readAnnounced: () => {
    const kept = Object.entries(Object(deviceStorage.read(toldName())));
    return Object.fromEntries(
      kept.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    );
  },
  writeAnnounced: (told) => deviceStorage.write(toldName(), told),
  notify,
  playSound: chime,
};

/** What nothing holds a browser may throw away before it is shown. */
const onDisplay = new Set<Notification>();
/** Not every browser tells that it has put one away. */
const MOST_ON_DISPLAY = 20;

function notify(telling: ActivityEntry): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const tag = `globus-streams ${telling.kind} ${telling.changes[0]?.tunnelId}`;
  try {
    const notification = new Notification(activityText(telling), { tag });
    onDisplay.add(notification);
    const [oldest] = onDisplay;
    if (onDisplay.size > MOST_ON_DISPLAY && oldest) onDisplay.delete(oldest);
    notification.addEventListener('click', () => window.focus());
    for (const end of ['close', 'error'])
      notification.addEventListener(end, () => onDisplay.delete(notification));
  } catch {
    // Some phones have the word but want a service worker for it; the feed tells it all the same.
  }
}

/** Two short notes. A browser that has not been touched yet stays silent. */
function chime(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.08;
  volume.connect(audio.destination);
  for (const [at, hertz] of [660, 880].entries()) {
    const note = audio.createOscillator();
    note.frequency.value = hertz;
    note.connect(volume);
    note.start(audio.currentTime + at * 0.16);
    note.stop(audio.currentTime + at * 0.16 + 0.14);
  }
  setTimeout(() => void audio.close(), 1000);
}
