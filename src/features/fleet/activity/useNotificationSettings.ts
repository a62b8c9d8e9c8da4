import { preferenceName, readPreference } from '../../../browser/preferences.ts';
import {
  type NotificationSettings,
  parseNotificationSettings,
} from '../../../domain/fleet/notificationSettings.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { useSession } from '../../../session/useSession.ts';
import { usePreference } from '../../../ui/usePreference.ts';

const WHAT = 'tell';

/** What the person who is signed in wants to be told, on this device, and how to change it; the same in every tab. */
export function useNotificationSettings() {
  return usePreference(useSession()?.identity.id ?? '', WHAT, parseNotificationSettings);
}

/** The same at this moment. */
export function currentNotificationSettings(): NotificationSettings {
  return parseNotificationSettings(readPreference(preferenceName(currentSession()?.identity.id ?? '', WHAT)));
}
