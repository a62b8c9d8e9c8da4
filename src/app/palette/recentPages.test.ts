// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { tabStorage } from '../../browser/storage.ts';
import { addRecentPage, readRecentPages } from './recentPages.ts';

beforeEach(() => sessionStorage.clear());

it.each([
  ['nothing', null],
  ['no list', { title: 'A', to: '/tunnels/a' }],
  ['an entry without a title', [{ to: '/tunnels/a' }]],
  ['an entry that leads out of the app', [{ title: 'A', to: 'https://evil.example/tunnels/a' }]],
  ['an entry that leads to a script', [{ title: 'A', to: 'javascript:alert(1)' }]],
])('counts storage that holds %s as empty', (_what, stored) => {
  tabStorage.write('recent-pages', stored);
  expect(readRecentPages()).toEqual([]);
});

it('stores each loaded tunnel or access point once, newest first, eight at most', () => {
  const client = new QueryClient();
  const visit = (id: string) => addRecentPage(client, `/access-points/${id}`, id);
  for (let count = 1; count <= 10; count += 1) {
    client.setQueryData(accessPointQueries.detail(`${count}`).queryKey, {} as never);
    visit(`${count}`);
  }
  visit('5');
  visit('not-loaded');
  addRecentPage(client, '/access-points', 'Access points');
  expect(readRecentPages().map(({ title }) => title)).toEqual(['5', '10', '9', '8', '7', '6', '4', '3']);
});
