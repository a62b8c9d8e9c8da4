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
])('a link to duplicate a tunnel leaves out unknown settings', (tunnel, link) => {
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
  ['/endpoints/e/gateways/g', '/endpoints/e/gateways/g', null],
  ['/support/bundle', '/support/bundle', null],
  ['/', '/', null],
])('the path %s belongs to the page %s, which shows %s', (pathname, page, id) => {
  expect(pagePathOf(pathname)).toBe(page);
  expect(resourceAt(pathname)?.id ?? null).toBe(id);
});
