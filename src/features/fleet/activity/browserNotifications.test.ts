// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { deviceStorage } from '../../../browser/storage.ts';
import { browserNotifications } from './browserNotifications.ts';

it.each([
  [{ 'stopped a': 5 }, { 'stopped a': 5 }],
  [{ 'stopped a': '5' }, {}],
  ['stopped a', {}],
  [null, {}],
])('reads stored announcements only when they are times by name: %j', (stored, announced) => {
  browserNotifications.writeAnnounced(stored as never);
  expect(browserNotifications.readAnnounced()).toEqual(announced);
});

it('reads back what it has written, also after a reload', () => {
  browserNotifications.writeAnnounced({ 'active b': 7 });
  expect(deviceStorage.read('announced.undefined')).toEqual({ 'active b': 7 });
  expect(browserNotifications.readAnnounced()).toEqual({ 'active b': 7 });
});
