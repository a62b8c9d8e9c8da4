import type { FleetChange } from '../../domain/fleetChanges.ts';
import { type Told, tellingsOf, tellingText, untold } from '../../domain/tellings.ts';
import { currentSession } from '../../session/sessionStore.ts';
import { deviceStorage } from '../../ui/browserStorage.ts';
import { tellSettings } from './useTellSettings.ts';

/** Where it is kept what was told to the person who is signed in. */
const toldName = () => `told.${currentSession()?.identity.id}`;

/** Tells outside the page what somebody asked to be told so, once, whichever of their tabs sees it first. */
export async function announce(changes: readonly FleetChange[], now: number): Promise<void> {
  const { kinds, notifications, sound } = tellSettings();
  const wanted = changes.filter(({ kind }) => kinds[kind]);
  if (wanted.length === 0 || !(notifications || sound)) return;
  const mine = await claim(wanted, now);
  if (mine.length === 0) return;
  if (notifications) notify(mine, now);
  if (sound) chime();
}

/** Of what several tabs see at about the same time, each thing belongs to the tab that gets here first. */
async function claim(changes: readonly FleetChange[], now: number): Promise<FleetChange[]> {
  const take = () => {
    const { fresh, told } = untold(changes, readTold(), now);
    deviceStorage.write(toldName(), told);
    return fresh;
  };
  return navigator.locks ? navigator.locks.request('globus-streams.told', take) : take();
}

function readTold(): Told {
  const kept = Object.entries(Object(deviceStorage.read(toldName())));
  return Object.fromEntries(kept.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

function notify(changes: readonly FleetChange[], now: number): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  for (const telling of tellingsOf(changes, now)) {
    const tag = `globus-streams ${telling.kind} ${telling.changes[0]?.tunnelId}`;
    try {
      const notification = new Notification(tellingText(telling), { tag });
      notification.addEventListener('click', () => window.focus());
    } catch {
      // Some phones have the word but want a service worker for it; the feed tells it all the same.
    }
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
