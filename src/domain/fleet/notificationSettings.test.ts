import { expect, it } from 'vitest';
import { readTellSettings, USUAL_TELL_SETTINGS } from './notificationSettings.ts';

it.each([[null], ['x'], [7], [[]], [{ soonMinutes: -1, sound: 'yes', kinds: 3 }], [{ soonMinutes: 'x' }]])(
  '%j is as usual',
  (kept) => expect(readTellSettings(kept)).toEqual(USUAL_TELL_SETTINGS),
);

it('keeps what was chosen', () => {
  const chosen = {
    kinds: { active: false, failed: true, stopped: true, ending: false },
    soonMinutes: 60,
    notifications: true,
    sound: true,
  };
  expect(readTellSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});
