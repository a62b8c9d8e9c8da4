import { preferenceName, readPreference } from '../../../browser/preferences.ts';
import { readTellSettings, type TellSettings } from '../../../domain/fleet/notificationSettings.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { useSession } from '../../../session/useSession.ts';
import { usePreference } from '../../../ui/usePreference.ts';

const WHAT = 'tell';

/** What the person who is signed in wants to be told, on this device, and how to change it; the same in every tab. */
export function useTellSettings() {
  return usePreference(useSession()?.identity.id ?? '', WHAT, readTellSettings);
}

/** The same at this moment. */
export function tellSettings(): TellSettings {
  return readTellSettings(readPreference(preferenceName(currentSession()?.identity.id ?? '', WHAT)));
}
