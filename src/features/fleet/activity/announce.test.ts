// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { type Announced, activityText } from '../../../domain/fleet/activity.ts';
import type { ChangeKind, FleetChange } from '../../../domain/fleet/changes.ts';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type NotificationSettings,
} from '../../../domain/fleet/notificationSettings.ts';
import { announce } from './announce.ts';
import type { BrowserNotifications } from './browserNotifications.ts';

const change = (kind: ChangeKind, tunnelName: string): FleetChange => ({
  kind,
  tunnelId: tunnelName,
  tunnelName,
  text: kind === 'active' ? 'became active' : 'stopped',
});

/** Returns two tabs of one browser, which share what was announced and a lock, and a log of what they do. */
function twoTabs(settings: Partial<NotificationSettings>) {
  let announced: Announced = {};
  let lock: Promise<unknown> = Promise.resolve();
  const log: string[] = [];
  const tab = (name: string): BrowserNotifications => ({
    settings: () => ({ ...DEFAULT_NOTIFICATION_SETTINGS, ...settings }),
    withLock: (action) => {
      const result = lock.then(action);
      lock = result;
      return result;
    },
    readAnnounced: () => announced,
    writeAnnounced: (next) => {
      announced = next;
    },
    notify: (entry) => log.push(`${name}: ${activityText(entry)}`),
    playSound: () => log.push(`${name}: sound`),
  });
  return { log, tabs: [tab('one'), tab('other')] };
}

const seenByBoth = async (settings: Partial<NotificationSettings>, changes: FleetChange[]) => {
  const { log, tabs } = twoTabs(settings);
  await Promise.all(tabs.map((tab) => announce(changes, 0, tab)));
  return log;
};

it.each<[string, Partial<NotificationSettings>, string[]]>([
  ['nothing by default', {}, []],
  [
    'a notification for each change',
    { browserNotifications: true },
    ['one: A became active', 'one: B stopped'],
  ],
  ['one sound for all changes', { sound: true }, ['one: sound']],
  [
    'only the kinds that are switched on',
    {
      browserNotifications: true,
      sound: true,
      kinds: { ...DEFAULT_NOTIFICATION_SETTINGS.kinds, stopped: false },
    },
    ['one: A became active', 'one: sound'],
  ],
])('announces in the first tab only: %s', async (_name, settings, log) => {
  expect(await seenByBoth(settings, [change('active', 'A'), change('stopped', 'B')])).toEqual(log);
});

it('announces many changes at once as one notification', async () => {
  const burst = ['A', 'B', 'C', 'D'].map((name) => change('stopped', name));
  expect(await seenByBoth({ browserNotifications: true }, burst)).toEqual(['one: 4 tunnels stopped']);
});

it('does not announce again in a tab that sees the change later', async () => {
  const { log, tabs } = twoTabs({ browserNotifications: true });
  for (const tab of tabs) await announce([change('stopped', 'A')], 0, tab);
  expect(log).toEqual(['one: A stopped']);
});
