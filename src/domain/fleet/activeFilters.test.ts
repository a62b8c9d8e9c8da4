import { describe, expect, it } from 'vitest';
import { activeFilters } from './activeFilters.ts';
import { EMPTY_FILTER } from './filter.ts';

const nameOf = {
  accessPoint: (id: string) => `access point ${id}`,
  endpoint: (id: string) => `endpoint ${id}`,
  owner: (id: string) => `owner ${id}`,
};

const textsOf = (change: Partial<typeof EMPTY_FILTER>) =>
  activeFilters({ ...EMPTY_FILTER, ...change }, nameOf).map(({ text }) => text);

describe('activeFilters', () => {
  it.each([
    [{}, []],
    // The search field and the tiles show these.
    [{ text: 'beam', needsAttention: true }, []],
    [{ states: ['ACTIVE', 'unknown'] as const }, ['State: Active, Other']],
    [{ accessPointId: '1' }, ['Access point: access point 1']],
    [{ accessPointId: '1', side: 'listener' as const }, ['Listener: access point 1']],
    [{ side: 'listener' as const }, []],
    [{ endpointId: '2', ownerId: '3' }, ['Endpoint: endpoint 2', 'Owner: owner 3']],
    [{ restartable: false }, ['Auto-restart: no']],
    [{ maxTimeLeftMinutes: 60, maxAgeMinutes: 1440 }, ['Ends within 1 h', 'Created in the last 1 day']],
    [{ minAgeMinutes: 90 }, ['Created more than 1 h 30 min ago']],
  ])('%o', (change, expected) => {
    expect(textsOf(change)).toEqual(expected);
  });

  it('removes one condition, and the side together with the access point', () => {
    const filter = {
      ...EMPTY_FILTER,
      text: 'beam',
      accessPointId: '1',
      side: 'listener',
      ownerId: '3',
    } as const;
    const [accessPoint, owner] = activeFilters(filter, nameOf);
    expect(accessPoint?.without).toEqual({ ...EMPTY_FILTER, text: 'beam', ownerId: '3' });
    expect(owner?.without).toEqual({ ...filter, ownerId: null });
  });
});
