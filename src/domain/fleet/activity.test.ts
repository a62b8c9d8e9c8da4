import { expect, it } from 'vitest';
import { activityText, addToActivity, notYetAnnounced, toActivityEntries } from './activity.ts';
import type { ChangeKind, FleetChange } from './changes.ts';

const changes = (kind: ChangeKind, count: number, from = 0): FleetChange[] =>
  Array.from({ length: count }, (_, at) => ({
    kind,
    tunnelId: `t${from + at}`,
    tunnelName: `Tunnel ${from + at}`,
    text: 'became active',
  }));
const texts = (feed: ReturnType<typeof addToActivity>) => feed.map(activityText);

it('a few are told one by one, a burst becomes one summary of its kind', () => {
  const feed = addToActivity([], toActivityEntries([...changes('active', 2), ...changes('stopped', 40)], 0));
  expect(texts(feed)).toEqual(['40 tunnels stopped', 'Tunnel 1 became active', 'Tunnel 0 became active']);
});

it('a burst that spreads over several looks is still one, and a later one is another', () => {
  const first = addToActivity([], toActivityEntries(changes('stopped', 25), 0));
  const grown = addToActivity(first, toActivityEntries(changes('stopped', 15, 25), 15_000));
  expect(texts(grown)).toEqual(['40 tunnels stopped']);
  const later = addToActivity(grown, toActivityEntries(changes('stopped', 5, 40), 120_000));
  expect(texts(later)).toEqual(['5 tunnels stopped', '40 tunnels stopped']);
});

it('a summary counts all of its tunnels and keeps the first fifty', () => {
  const first = addToActivity([], toActivityEntries(changes('active', 300), 0));
  const [grown] = addToActivity(first, toActivityEntries(changes('active', 250, 300), 15_000));
  expect(grown).toMatchObject({ count: 550, changes: changes('active', 50) });
});

it('the feed forgets its oldest: by its length, and by how many tunnels it names', () => {
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

it('nothing is told twice, but a tunnel may become active again', () => {
  const both = [...changes('active', 1), ...changes('stopped', 1)];
  const first = notYetAnnounced(both, {}, 0);
  expect(first.fresh).toEqual(both);
  expect(notYetAnnounced(both, first.told, 1000).fresh).toEqual([]);
  expect(notYetAnnounced(both, first.told, 61_000).fresh).toEqual(changes('active', 1));
  expect(Object.keys(notYetAnnounced([], first.told, 61_000).told)).toEqual(['stopped t0']);
  expect(Object.keys(notYetAnnounced([], first.told, 25 * 3_600_000).told)).toEqual([]);
});
