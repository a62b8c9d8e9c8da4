import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { type PaletteData, paletteEntries } from './paletteEntries.ts';

const ID = 'a1b2c3d4-0000-4000-8000-00000000009f';
const OTHER = 'ffffffff-1111-4222-8333-444444444444';

const tunnel = (id: string, label: string) => ({ id, label }) as Tunnel;
const DATA: PaletteData = {
  tunnels: [tunnel(ID, 'Night run'), tunnel(OTHER, 'Day run')],
  recent: [{ title: 'Night run', to: `/tunnels/${ID}` }],
  currentTunnelId: null,
};
const titles = (query: string, data = DATA) =>
  paletteEntries(query, data).map(({ group, title }) => `${group}: ${title}`);

test('with an empty query: recent pages, then all pages', () => {
  expect(titles('')).toEqual([
    'Recent: Night run',
    'Pages: Tunnels',
    'Pages: Access points',
    'Pages: Endpoints',
    'Pages: New tunnel',
    'Pages: Support bundle',
  ]);
});

test('an ID is looked up, and nothing else is offered', () => {
  expect(paletteEntries(`  ${ID.toUpperCase()} `, DATA)).toEqual([
    { group: 'Look up', title: ID, to: `/find?ids=${ID}` },
  ]);
});

test('an email with two IDs: look up all of them, or each', () => {
  expect(titles(`Hi, ${ID} does not reach ${OTHER}. Mira`)).toEqual([
    'Look up: Look up all 2 IDs',
    `Look up: ${ID}`,
    `Look up: ${OTHER}`,
  ]);
  expect(paletteEntries(`${ID} ${OTHER}`, DATA)[0]?.to).toBe(`/find?ids=${ID}+${OTHER}`);
});

test('words find tunnels by label, pages and actions, each address once, and offer to search', () => {
  expect(titles('night RUN')).toEqual([
    'Tunnels: Night run',
    'Search: Search tunnels for “night RUN”',
    'Search: Search access points for “night RUN”',
  ]);
  expect(titles('stop', { ...DATA, currentTunnelId: ID })[0]).toBe('This tunnel: Stop tunnel');
  expect(paletteEntries('stop', { ...DATA, currentTunnelId: ID })[0]?.to).toBe(`/tunnels/${ID}?ask=stop`);
});

test('for any query, every entry leads to an address of this app', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      for (const { to } of paletteEntries(query, { ...DATA, currentTunnelId: query || null })) {
        expect(new URL(to, 'https://app.example').origin).toBe('https://app.example');
        expect(to).toMatch(/^\/(?!\/)/);
      }
    }),
  );
});
