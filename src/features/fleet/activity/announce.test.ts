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

/** Two tabs of one browser: they know what was told, and one waits for the other. What they do is written down. */
function twoTabs(settings: Partial<NotificationSettings>) {
  let told: Announced = {};
  let turn: Promise<unknown> = Promise.resolve();
  const done: string[] = [];
  const tab = (name: string): BrowserNotifications => ({
    settings: () => ({ ...DEFAULT_NOTIFICATION_SETTINGS, ...settings }),
    withLock: (deed) => {
      const mine = turn.then(deed);
      turn = mine;
      return mine;
    },
    readAnnounced: () => told,
    writeAnnounced: (now) => {
      told = now;
    },
    notify: (telling) => done.push(`${name}: ${activityText(telling)}`),
    playSound: () => done.push(`${name}: chime`),
  });
  return { done, tabs: [tab('one'), tab('other')] };
}

const seenByBoth = async (settings: Partial<NotificationSettings>, changes: FleetChange[]) => {
  const { done, tabs } = twoTabs(settings);
  await Promise.all(tabs.map((tab) => announce(changes, 0, tab)));
  return done;
};

it.each<[string, Partial<NotificationSettings>, string[]]>([
  ['nothing until somebody asks', {}, []],
  ['a notification', { browserNotifications: true }, ['one: A became active', 'one: B stopped']],
  ['a sound, one for all', { sound: true }, ['one: chime']],
  [
    'only what is wished',
    {
      browserNotifications: true,
      sound: true,
      kinds: { ...DEFAULT_NOTIFICATION_SETTINGS.kinds, stopped: false },
    },
    ['one: A became active', 'one: chime'],
  ],
])('told once, by the tab that is first: %s', async (_name, settings, done) => {
  expect(await seenByBoth(settings, [change('active', 'A'), change('stopped', 'B')])).toEqual(done);
});

it('a burst is one notification', async () => {
  const burst = ['A', 'B', 'C', 'D'].map((name) => change('stopped', name));
  expect(await seenByBoth({ browserNotifications: true }, burst)).toEqual(['one: 4 tunnels stopped']);
});

it('what one tab has told, another that sees it later does not tell again', async () => {
  const { done, tabs } = twoTabs({ browserNotifications: true });
  for (const tab of tabs) await announce([change('stopped', 'A')], 0, tab);
  expect(done).toEqual(['one: A stopped']);
});
