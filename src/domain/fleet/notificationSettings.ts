import { CHANGE_KINDS, type ChangeKind } from './changes.ts';

/** What somebody wants to be told, and how. */
export interface NotificationSettings {
  kinds: Readonly<Record<ChangeKind, boolean>>;
  /** A tunnel with so much left or less ends soon, minutes. */
  endingSoonMinutes: number;
  /** As the browser's own notifications too. */
  browserNotifications: boolean;
  sound: boolean;
}

/** Everything in the page, nothing outside it until somebody asks. */
export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  kinds: { active: true, failed: true, stopped: true, ending: true },
  endingSoonMinutes: 15,
  browserNotifications: false,
  sound: false,
};

/** Reads settings that were kept; what makes no sense is as usual. */
export function parseNotificationSettings(stored: unknown): NotificationSettings {
  const { kinds, endingSoonMinutes, browserNotifications, sound } = Object(stored);
  const kindsOf = CHANGE_KINDS.map((kind) => [kind, Object(kinds)[kind] !== false]);
  return {
    kinds: Object.fromEntries(kindsOf) as NotificationSettings['kinds'],
    endingSoonMinutes:
      endingSoonMinutes > 0 && endingSoonMinutes <= 1440
        ? Number(endingSoonMinutes)
        : DEFAULT_NOTIFICATION_SETTINGS.endingSoonMinutes,
    browserNotifications: browserNotifications === true,
    sound: sound === true,
  };
}
