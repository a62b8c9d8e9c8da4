import { expect, test } from 'vitest';
import { pagePathOf, resourceAt, routePaths } from './routePaths.ts';

test.each([
  [
    {
      initiatorAccessPointId: 'a',
      listenerAccessPointId: 'b',
      label: 'Night & day',
      lifetimeMinutes: 90,
      restartable: true,
    },
    '/tunnels/new?initiator=a&listener=b&label=Night+%26+day&lifetime=90&restartable=true',
  ],
  [
    {
      initiatorAccessPointId: null,
      listenerAccessPointId: null,
      label: null,
      lifetimeMinutes: null,
      restartable: false,
    },
    '/tunnels/new?restartable=false',
  ],
])('a link to make the same tunnel again leaves out what is not known', (tunnel, link) => {
  expect(routePaths.duplicateTunnel(tunnel)).toBe(link);
});

test.each([
  ['/tunnels', '/tunnels', null],
  ['/tunnels/new', '/tunnels/new', null],
  ['/tunnels/a%20b', '/tunnels/a%20b', 'a b'],
  ['/tunnels/a/events', '/tunnels/a', 'a'],
  ['/tunnels/100%', '/tunnels/100%', null],
  ['/access-points', '/access-points', null],
  ['/access-points/c', '/access-points/c', 'c'],
  ['/support/bundle', '/support/bundle', null],
  ['/', '/', null],
])('%s is the page %s about %s', (pathname, page, id) => {
  expect(pagePathOf(pathname)).toBe(page);
  expect(resourceAt(pathname)?.id ?? null).toBe(id);
});
