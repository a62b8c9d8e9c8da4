import { expect, it } from 'vitest';
import { DEFAULT_NOTIFICATION_SETTINGS, parseNotificationSettings } from './notificationSettings.ts';

it.each([
  [null],
  ['x'],
  [7],
  [[]],
  [{ endingSoonMinutes: -1, sound: 'yes', kinds: 3 }],
  [{ soonMinutes: 'x' }],
])('%j is as usual', (kept) =>
  expect(parseNotificationSettings(kept)).toEqual(DEFAULT_NOTIFICATION_SETTINGS),
);

it('keeps what was chosen', () => {
  const chosen = {
    kinds: { active: false, failed: true, stopped: true, ending: false },
    endingSoonMinutes: 60,
    browserNotifications: true,
    sound: true,
  };
  expect(parseNotificationSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});
