import { expect, it } from 'vitest';
import { DEFAULT_NOTIFICATION_SETTINGS, parseNotificationSettings } from './notificationSettings.ts';

it.each([
  [null],
  ['x'],
  [7],
  [[]],
  [{ endingSoonMinutes: -1, sound: 'yes', kinds: 3 }],
  [{ soonMinutes: 'x' }],
])('%j gives the defaults', (stored) =>
  expect(parseNotificationSettings(stored)).toEqual(DEFAULT_NOTIFICATION_SETTINGS),
);

it('reads back what was stored', () => {
  const chosen = {
    kinds: { active: false, failed: true, stopped: true, ending: false },
    endingSoonMinutes: 60,
    browserNotifications: true,
    sound: true,
  };
  expect(parseNotificationSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});
