import { expect, it } from 'vitest';
import { addToFeed, tellingsOf, tellingText, untold } from './activity.ts';
import type { ChangeKind, FleetChange } from './changes.ts';

const changes = (kind: ChangeKind, count: number, from = 0): FleetChange[] =>
  Array.from({ length: count }, (_, at) => ({
    kind,
    tunnelId: `t${from + at}`,
    tunnelName: `Tunnel ${from + at}`,
    words: 'became active',
  }));
const texts = (feed: ReturnType<typeof addToFeed>) => feed.map(tellingText);

it('a few are told one by one, a burst becomes one summary of its kind', () => {
  const feed = addToFeed([], tellingsOf([...changes('active', 2), ...changes('stopped', 40)], 0));
  expect(texts(feed)).toEqual(['40 tunnels stopped', 'Tunnel 1 became active', 'Tunnel 0 became active']);
});

it('a burst that spreads over several looks is still one, and a later one is another', () => {
  const first = addToFeed([], tellingsOf(changes('stopped', 25), 0));
  const grown = addToFeed(first, tellingsOf(changes('stopped', 15, 25), 15_000));
  expect(texts(grown)).toEqual(['40 tunnels stopped']);
  const later = addToFeed(grown, tellingsOf(changes('stopped', 5, 40), 120_000));
  expect(texts(later)).toEqual(['5 tunnels stopped', '40 tunnels stopped']);
});

it('a summary counts all of its tunnels and keeps the first fifty', () => {
  const first = addToFeed([], tellingsOf(changes('active', 300), 0));
  const [grown] = addToFeed(first, tellingsOf(changes('active', 250, 300), 15_000));
  expect(grown).toMatchObject({ count: 550, changes: changes('active', 50) });
});

it('the feed forgets its oldest: by its length, and by how many tunnels it names', () => {
  const feedOf = (rounds: number, each: number) => {
    let feed: ReturnType<typeof addToFeed> = [];
    for (let round = 0; round < rounds; round += 1)
      feed = addToFeed(feed, tellingsOf(changes('active', each, round * each), round * 120_000));
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
  const first = untold(both, {}, 0);
  expect(first.fresh).toEqual(both);
  expect(untold(both, first.told, 1000).fresh).toEqual([]);
  expect(untold(both, first.told, 61_000).fresh).toEqual(changes('active', 1));
  expect(Object.keys(untold([], first.told, 61_000).told)).toEqual(['stopped t0']);
  expect(Object.keys(untold([], first.told, 25 * 3_600_000).told)).toEqual([]);
});
