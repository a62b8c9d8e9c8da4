import { expect, it } from 'vitest';
import { activityText, addToActivity, notYetAnnounced, toActivityEntries } from './activity.ts';
import type { ChangeKind, FleetChange } from './changes.ts';

const changes = (kind: ChangeKind, count: number, from = 0): FleetChange[] =>
  Array.from({ length: count }, (_, index) => ({
    kind,
    tunnelId: `t${from + index}`,
    tunnelName: `Tunnel ${from + index}`,
    text: 'became active',
  }));
const texts = (feed: ReturnType<typeof addToActivity>) => feed.map(activityText);

it('a few changes get a line each, many become one summary per kind', () => {
  const feed = addToActivity([], toActivityEntries([...changes('active', 2), ...changes('stopped', 40)], 0));
  expect(texts(feed)).toEqual(['40 tunnels stopped', 'Tunnel 1 became active', 'Tunnel 0 became active']);
});

it('a summary grows while changes keep coming, and later changes start another', () => {
  const first = addToActivity([], toActivityEntries(changes('stopped', 25), 0));
  const grown = addToActivity(first, toActivityEntries(changes('stopped', 15, 25), 15_000));
  expect(texts(grown)).toEqual(['40 tunnels stopped']);
  const later = addToActivity(grown, toActivityEntries(changes('stopped', 5, 40), 120_000));
  expect(texts(later)).toEqual(['5 tunnels stopped', '40 tunnels stopped']);
});

it('a summary counts all changes and keeps the first fifty', () => {
  const first = addToActivity([], toActivityEntries(changes('active', 300), 0));
  const [grown] = addToActivity(first, toActivityEntries(changes('active', 250, 300), 15_000));
  expect(grown).toMatchObject({ count: 550, changes: changes('active', 50) });
});

it('the activity drops its oldest entries, by their number and by the changes they keep', () => {
  const feedOf = (rounds: number, each: number) => {
    let feed: ReturnType<typeof addToActivity> = [];
    for (let round = 0; round < rounds; round += 1)
      feed = addToActivity(feed, toActivityEntries(changes('active', each, round * each), round * 120_000));
    return feed;
  };
  const singles = feedOf(300, 1);
  expect(singles).toHaveLength(200);
  expect(texts(singles)[0]).toBe('Tunnel 299 became active');
  const bursts = feedOf(60, 400);
  expect(bursts).toHaveLength(40);
  expect(bursts[0]?.atMs).toBe(59 * 120_000);
});

it('nothing is announced twice, but a tunnel can become active again', () => {
  const both = [...changes('active', 1), ...changes('stopped', 1)];
  const first = notYetAnnounced(both, {}, 0);
  expect(first.fresh).toEqual(both);
  expect(notYetAnnounced(both, first.announced, 1000).fresh).toEqual([]);
  expect(notYetAnnounced(both, first.announced, 61_000).fresh).toEqual(changes('active', 1));
  expect(Object.keys(notYetAnnounced([], first.announced, 61_000).announced)).toEqual(['stopped t0']);
  expect(Object.keys(notYetAnnounced([], first.announced, 25 * 3_600_000).announced)).toEqual([]);
});
