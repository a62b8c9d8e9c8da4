import { expect, test } from 'vitest';
import { isLeaving, routeOf } from './isLeaving.ts';

const APP = 'https://site.example/streams/';
const PAGE = `${APP}tunnels/new?step=review`;

test.each([
  ['another page', `${APP}access-points`, '', true],
  ['another page with a query', `${APP}tunnels?state=active`, '', true],
  ['a preset, which starts a new draft', `${APP}tunnels/new?initiator=a&listener=b`, '', true],
  ['another step', `${APP}tunnels/new?step=settings`, '', false],
  ['a new tab', `${APP}access-points`, '_blank', false],
  ['another site', 'https://docs.globus.org/streams/', '', false],
  ['another app on this site', 'https://site.example/wiki', '', false],
  ['an email address', 'mailto:help@site.example', '', false],
])('%s', (_case, href, target, leaves) => {
  expect(isLeaving({ href, target }, PAGE, APP)).toBe(leaves);
});

test('leads to the page as the router writes it', () => {
  expect(routeOf(`${APP}tunnels?state=active#top`, APP)).toBe('/tunnels?state=active#top');
});
