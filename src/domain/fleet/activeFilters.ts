import { durationText } from '../text/time.ts';
import { tunnelStateLabel } from '../tunnel/state.ts';
import { EMPTY_FILTER, type FleetFilter } from './filter.ts';

/** A condition of a filter that is in effect: its text, and the filter without it. */
export interface ActiveFilter {
  text: string;
  without: FleetFilter;
}

/** The text of each condition. The conditions without one are always in view: the search field and the tiles. */
type FilterTexts = { [K in keyof FleetFilter]?: (value: NonNullable<FleetFilter[K]>) => string };

/** Finds the name of an ID, or returns a text that stands for it. */
type NameOf = (id: string) => string;

const minutesText = (minutes: number) => durationText(minutes * 60_000);

/**
 * Returns the conditions of a filter that the filter panel sets, in the order of the panel, so that a page can show each
 * and offer to remove it.
 */
export function activeFilters(
  filter: FleetFilter,
  nameOf: { accessPoint: NameOf; endpoint: NameOf; owner: NameOf },
): ActiveFilter[] {
  const side =
    filter.side === null ? 'Access point' : { initiator: 'Initiator', listener: 'Listener' }[filter.side];
  const texts: FilterTexts = {
    states: (states) =>
      `State: ${states.map((state) => tunnelStateLabel({ state, stateText: 'Other' })).join(', ')}`,
    accessPointId: (id) => `${side}: ${nameOf.accessPoint(id)}`,
    endpointId: (id) => `Endpoint: ${nameOf.endpoint(id)}`,
    ownerId: (id) => `Owner: ${nameOf.owner(id)}`,
    restartable: (isOn) => `Auto-restart: ${isOn ? 'yes' : 'no'}`,
    maxTimeLeftMinutes: (minutes) => `Ends within ${minutesText(minutes)}`,
    maxAgeMinutes: (minutes) => `Created in the last ${minutesText(minutes)}`,
    minAgeMinutes: (minutes) => `Created more than ${minutesText(minutes)} ago`,
  };
  const active = <K extends keyof FleetFilter>(key: K): ActiveFilter[] => {
    const value = filter[key];
    const textOf = texts[key];
    if (!textOf || value === null || (Array.isArray(value) && value.length === 0)) return [];
    const without = { ...filter, [key]: EMPTY_FILTER[key] };
    // The side only narrows the access point.
    if (key === 'accessPointId') without.side = null;
    return [{ text: textOf(value as NonNullable<FleetFilter[K]>), without }];
  };
  return (Object.keys(texts) as (keyof FleetFilter)[]).flatMap(active);
}
