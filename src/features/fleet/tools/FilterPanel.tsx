import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { endpointQueries } from '../../../api/endpoints.ts';
import { choicesFor } from '../../../domain/fleet/choices.ts';
import { EMPTY_FILTER, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { endpointIdsOf, type FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { findIdentity, identityName } from '../../../domain/site/identity.ts';
import { durationText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import { FieldGrid } from './FieldGrid.tsx';
import { StateFilter } from './StateFilter.tsx';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const AGES_MINUTES = [HOUR_MINUTES, 6 * HOUR_MINUTES, DAY_MINUTES, 7 * DAY_MINUTES];

/** The filters beside search and tiles. Offers the access points, endpoints and owners that occur in the list. */
export function FilterPanel({
  tunnels,
  filter,
  names,
  onChange,
}: {
  tunnels: readonly Tunnel[];
  filter: FleetFilter;
  names: FleetNames;
  onChange: (change: Partial<FleetUrlState>) => void;
}) {
  /** Returns the props of the field for one part of the filter. */
  const field = <K extends keyof FleetFilter>(name: K) => ({
    value: filter[name],
    onChange: (value: FleetFilter[K]) => onChange({ filter: { ...filter, [name]: value } }),
  });
  const accessPoints = useMemo(() => {
    const ids = tunnels.flatMap((tunnel) => [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId]);
    return choicesFor([...ids, filter.accessPointId], (id) => names.accessPoints.get(id) ?? null);
  }, [tunnels, names, filter.accessPointId]);
  const owners = useMemo(() => {
    const ids = tunnels.map(({ ownerId }) => ownerId);
    return choicesFor([...ids, filter.ownerId], (id) => {
      const owner = findIdentity(names.owners, id);
      return owner && { name: identityName(owner), organization: owner.organization };
    });
  }, [tunnels, names, filter.ownerId]);
  const endpoints = useEndpointChoices(tunnels, names, filter.endpointId);
  return (
    <div className="stack">
      <StateFilter tunnels={tunnels} states={filter.states} onChange={field('states').onChange} />
      <FieldGrid>
        <ChoiceField label="Access point" anyLabel="Any" choices={accessPoints} {...field('accessPointId')} />
        <ChoiceField
          label="Role"
          anyLabel="Any"
          choices={[
            { value: 'initiator', label: 'Initiator' },
            { value: 'listener', label: 'Listener' },
          ]}
          {...field('side')}
        />
        <ChoiceField label="Endpoint" anyLabel="Any" choices={endpoints} {...field('endpointId')} />
        <ChoiceField label="Owner" anyLabel="Anyone" choices={owners} {...field('ownerId')} />
        <ChoiceField
          label="Auto-restart"
          anyLabel="Any"
          choices={[
            { value: true, label: 'Yes' },
            { value: false, label: 'No' },
          ]}
          {...field('restartable')}
        />
        <ChoiceField
          label="Ends within"
          anyLabel="Any time"
          choices={durationChoices(
            [15, HOUR_MINUTES, 6 * HOUR_MINUTES, DAY_MINUTES],
            filter.maxTimeLeftMinutes,
          )}
          {...field('maxTimeLeftMinutes')}
        />
        <ChoiceField
          label="Created in the last"
          anyLabel="Any time"
          choices={durationChoices(AGES_MINUTES, filter.maxAgeMinutes)}
          {...field('maxAgeMinutes')}
        />
        <ChoiceField
          label="Created more than"
          anyLabel="Any time ago"
          choices={durationChoices(AGES_MINUTES, filter.minAgeMinutes, ' ago')}
          {...field('minAgeMinutes')}
        />
      </FieldGrid>
      <div>
        <button type="button" className="button" onClick={() => onChange({ filter: EMPTY_FILTER })}>
          Clear filters
        </button>
      </div>
    </div>
  );
}

/** Returns the endpoints of the listed tunnels as choices. Loads their names, which the list of access points lacks. */
function useEndpointChoices(tunnels: readonly Tunnel[], names: FleetNames, chosenId: string | null) {
  const ids = useMemo(() => {
    const used = tunnels.flatMap((tunnel) => endpointIdsOf(tunnel, names));
    return [...new Set(chosenId === null ? used : [...used, chosenId])];
  }, [tunnels, names, chosenId]);
  const { data } = useQuery({ ...endpointQueries.list(ids), enabled: ids.length > 0 });
  return useMemo(() => {
    const known = new Map(data?.endpoints.map((endpoint) => [endpoint.id, endpoint]));
    return choicesFor(ids, (id) => known.get(id) ?? null);
  }, [ids, data]);
}

/** Returns the usual durations as choices, and the one in the address, which can be any. */
function durationChoices(usualMinutes: readonly number[], minutes: number | null, suffix = '') {
  const all =
    minutes === null || usualMinutes.includes(minutes)
      ? usualMinutes
      : [...usualMinutes, minutes].sort((one, other) => one - other);
  return all.map((value) => ({ value, label: `${durationText(value * 60_000)}${suffix}` }));
}
