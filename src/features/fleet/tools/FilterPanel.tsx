import { useMemo } from 'react';
import { EMPTY_FILTER, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { accessPointName, type FleetNames, ownerName } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { shortId } from '../../../domain/text/id.ts';
import { durationText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import styles from './FleetTools.module.css';

const HOUR = 60;
const DAY = 24 * HOUR;

/** The conditions beside words and states. Offers the access points and people that the tunnels have. */
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
  /** A condition, as a field shows and changes it. */
  const field = <K extends keyof FleetFilter>(name: K) => ({
    value: filter[name],
    onChange: (value: FleetFilter[K]) => onChange({ filter: { ...filter, [name]: value } }),
  });
  const accessPoints = useMemo(() => {
    const ids = tunnels.flatMap((tunnel) => [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId]);
    return named([...ids, filter.accessPointId], (id) => accessPointName(names, id));
  }, [tunnels, names, filter.accessPointId]);
  const owners = useMemo(() => {
    const ids = tunnels.map(({ ownerId }) => ownerId);
    return named([...ids, filter.ownerId], (ownerId) => ownerName(names, { ownerId }));
  }, [tunnels, names, filter.ownerId]);
  return (
    <div className="stack">
      <div className={styles.fields}>
        <ChoiceField label="Access point" anyLabel="Any" choices={accessPoints} {...field('accessPointId')} />
        <ChoiceField
          label="On which side"
          anyLabel="Either"
          choices={[
            { value: 'initiator', label: 'As the initiator' },
            { value: 'listener', label: 'As the listener' },
          ]}
          {...field('side')}
        />
        <ChoiceField label="Owner" anyLabel="Anybody" choices={owners} {...field('ownerId')} />
        <ChoiceField
          label="Restarts after a failure"
          anyLabel="Yes or no"
          choices={[
            { value: true, label: 'Yes' },
            { value: false, label: 'No' },
          ]}
          {...field('restartable')}
        />
        <ChoiceField
          label="Time left"
          anyLabel="Any"
          choices={spans([15, HOUR, 6 * HOUR, DAY], filter.maxTimeLeftMinutes, 'at most')}
          {...field('maxTimeLeftMinutes')}
        />
        <ChoiceField
          label="Not older than"
          anyLabel="Any age"
          choices={spans([HOUR, 6 * HOUR, DAY, 7 * DAY], filter.maxAgeMinutes)}
          {...field('maxAgeMinutes')}
        />
        <ChoiceField
          label="Not younger than"
          anyLabel="Any age"
          choices={spans([HOUR, 6 * HOUR, DAY, 7 * DAY], filter.minAgeMinutes)}
          {...field('minAgeMinutes')}
        />
      </div>
      <div>
        <button type="button" className="button" onClick={() => onChange({ filter: EMPTY_FILTER })}>
          Clear everything
        </button>
      </div>
    </div>
  );
}

function named(ids: readonly (string | null)[], nameOf: (id: string) => string | null) {
  const known = [...new Set(ids)].flatMap((id) =>
    id === null ? [] : { value: id, label: nameOf(id) ?? shortId(id) },
  );
  return known.sort((one, other) => (one.label.toLowerCase() < other.label.toLowerCase() ? -1 : 1));
}

/** The usual lengths of time, and the one that stands in the address, whatever it is. */
function spans(usual: number[], minutes: number | null, before = '') {
  const all = minutes === null || usual.includes(minutes) ? usual : [...usual, minutes].sort((a, b) => a - b);
  return all.map((value) => ({ value, label: `${before} ${durationText(value * 60_000)}`.trim() }));
}
