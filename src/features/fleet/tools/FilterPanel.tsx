import { useMemo } from 'react';
import { EMPTY_FILTER, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { accessPointName, type FleetNames, ownerName } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { shortId } from '../../../domain/text/id.ts';
import { durationText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import { FieldGrid } from './FieldGrid.tsx';
import { StateFilter } from './StateFilter.tsx';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const AGES_MINUTES = [HOUR_MINUTES, 6 * HOUR_MINUTES, DAY_MINUTES, 7 * DAY_MINUTES];

/** The filters beside search and tiles. Offers the access points and owners that occur in the list. */
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
    return choicesFor([...ids, filter.accessPointId], (id) => accessPointName(names, id));
  }, [tunnels, names, filter.accessPointId]);
  const owners = useMemo(() => {
    const ids = tunnels.map(({ ownerId }) => ownerId);
    return choicesFor([...ids, filter.ownerId], (ownerId) => ownerName(names, { ownerId }));
  }, [tunnels, names, filter.ownerId]);
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

function choicesFor(ids: readonly (string | null)[], nameOf: (id: string) => string | null) {
  const known = [...new Set(ids)].flatMap((id) =>
    id === null ? [] : { value: id, label: nameOf(id) ?? shortId(id) },
  );
  return known.sort((one, other) => (one.label.toLowerCase() < other.label.toLowerCase() ? -1 : 1));
}

/** Returns the usual durations as choices, and the one in the address, which can be any. */
function durationChoices(usualMinutes: readonly number[], minutes: number | null, suffix = '') {
  const all =
    minutes === null || usualMinutes.includes(minutes)
      ? usualMinutes
      : [...usualMinutes, minutes].sort((one, other) => one - other);
  return all.map((value) => ({ value, label: `${durationText(value * 60_000)}${suffix}` }));
}
