import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { type PaletteData, paletteEntries } from './paletteEntries.ts';

const ID = 'a1b2c3d4-0000-4000-8000-00000000009f';
const OTHER = 'ffffffff-1111-4222-8333-444444444444';

const tunnel = (id: string, label: string) => ({ id, label }) as Tunnel;
const KNOWN: PaletteData = {
  tunnels: [tunnel(ID, 'Night run'), tunnel(OTHER, 'Day run')],
  recent: [{ title: 'Night run', to: `/tunnels/${ID}` }],
  currentTunnelId: null,
};
const titles = (typed: string, known = KNOWN) =>
  paletteEntries(typed, known).map(({ group, title }) => `${group}: ${title}`);

test('before anything is typed: recent places, then pages', () => {
  expect(titles('')).toEqual([
    'Recent: Night run',
    'Pages: Tunnels',
    'Pages: Access points',
    'Pages: New tunnel',
    'Pages: Open a support bundle',
  ]);
});

test('an id is looked up, and nothing else is offered', () => {
  expect(paletteEntries(`  ${ID.toUpperCase()} `, KNOWN)).toEqual([
    { group: 'Look up', title: ID, to: `/find?ids=${ID}` },
  ]);
});

test('a mail with two ids: all of them, or each', () => {
  expect(titles(`Hi, ${ID} does not reach ${OTHER}. Mira`)).toEqual([
    'Look up: All 2 ids in this text',
    `Look up: ${ID}`,
    `Look up: ${OTHER}`,
  ]);
  expect(paletteEntries(`${ID} ${OTHER}`, KNOWN)[0]?.to).toBe(`/find?ids=${ID}+${OTHER}`);
});

test('words find tunnels by label, pages and deeds, each address once, and offer to search', () => {
  expect(titles('night RUN')).toEqual([
    'Tunnels: Night run',
    'Search: Tunnels with “night RUN”',
    'Search: Access points with “night RUN”',
  ]);
  expect(titles('stop', { ...KNOWN, currentTunnelId: ID })[0]).toBe('This tunnel: Stop it');
  expect(paletteEntries('stop', { ...KNOWN, currentTunnelId: ID })[0]?.to).toBe(`/tunnels/${ID}?ask=stop`);
});

test('whatever is typed, every entry leads to an address of this app', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      for (const { to } of paletteEntries(typed, { ...KNOWN, currentTunnelId: typed || null })) {
        expect(new URL(to, 'https://app.example').origin).toBe('https://app.example');
        expect(to).toMatch(/^\/(?!\/)/);
      }
    }),
  );
});
