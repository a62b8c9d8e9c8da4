import { CHANGE_KINDS, type ChangeKind } from './changes.ts';

/** Which changes the user wants notifications for, and how. */
export interface NotificationSettings {
  kinds: Readonly<Record<ChangeKind, boolean>>;
  /** A tunnel with at most this much time left expires soon. */
  endingSoonMinutes: number;
  /** Whether the browser shows notifications as well. */
  browserNotifications: boolean;
  sound: boolean;
}

/** All changes on the page, and none outside it until the user turns that on. */
export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  kinds: { active: true, failed: true, stopped: true, ending: true },
  endingSoonMinutes: 15,
  browserNotifications: false,
  sound: false,
};

/** Reads stored settings; whatever is invalid gets its default. */
export function parseNotificationSettings(stored: unknown): NotificationSettings {
  const { kinds, endingSoonMinutes, browserNotifications, sound } = Object(stored);
  const kindEntries = CHANGE_KINDS.map((kind) => [kind, Object(kinds)[kind] !== false]);
  return {
    kinds: Object.fromEntries(kindEntries) as NotificationSettings['kinds'],
    endingSoonMinutes:
      endingSoonMinutes > 0 && endingSoonMinutes <= 1440
        ? Number(endingSoonMinutes)
        : DEFAULT_NOTIFICATION_SETTINGS.endingSoonMinutes,
    browserNotifications: browserNotifications === true,
    sound: sound === true,
  };
}
