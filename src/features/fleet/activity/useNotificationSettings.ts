import { preferenceName, readPreference } from '../../../browser/preferences.ts';
import {
  type NotificationSettings,
  parseNotificationSettings,
} from '../../../domain/fleet/notificationSettings.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { useSession } from '../../../session/useSession.ts';
import { usePreference } from '../../../ui/usePreference.ts';

const PREFERENCE = 'notifications';

/** Returns the reader's notification settings on this device, and a function that changes them in every tab. */
export function useNotificationSettings() {
  return usePreference(useSession()?.identity.id ?? '', PREFERENCE, parseNotificationSettings);
}

/** Returns the same settings outside components. */
export function currentNotificationSettings(): NotificationSettings {
  const name = preferenceName(currentSession()?.identity.id ?? '', PREFERENCE);
  return parseNotificationSettings(readPreference(name));
}
