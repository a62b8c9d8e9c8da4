import { expect, test } from 'vitest';
import { routePaths } from './routePaths.ts';

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
  expect(routePaths.createTunnelLike(tunnel)).toBe(link);
});
