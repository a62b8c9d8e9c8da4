import { useMemo } from 'react';
import { type FleetFilter, NO_FILTER } from '../../../domain/fleet/filter.ts';
import { accessPointName, type FleetNames, ownerName } from '../../../domain/fleet/names.ts';
import type { FleetView } from '../../../domain/fleet/urlState.ts';
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
  onChange: (change: Partial<FleetView>) => void;
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
        <ChoiceField label="Access point" any="Any" choices={accessPoints} {...field('accessPointId')} />
        <ChoiceField
          label="On which side"
          any="Either"
          choices={[
            { value: 'initiator', words: 'As the initiator' },
            { value: 'listener', words: 'As the listener' },
          ]}
          {...field('side')}
        />
        <ChoiceField label="Owner" any="Anybody" choices={owners} {...field('ownerId')} />
        <ChoiceField
          label="Restarts after a failure"
          any="Yes or no"
          choices={[
            { value: true, words: 'Yes' },
            { value: false, words: 'No' },
          ]}
          {...field('restartable')}
        />
        <ChoiceField
          label="Time left"
          any="Any"
          choices={spans([15, HOUR, 6 * HOUR, DAY], filter.leftAtMostMinutes, 'at most')}
          {...field('leftAtMostMinutes')}
        />
        <ChoiceField
          label="Not older than"
          any="Any age"
          choices={spans([HOUR, 6 * HOUR, DAY, 7 * DAY], filter.ageAtMostMinutes)}
          {...field('ageAtMostMinutes')}
        />
        <ChoiceField
          label="Not younger than"
          any="Any age"
          choices={spans([HOUR, 6 * HOUR, DAY, 7 * DAY], filter.ageAtLeastMinutes)}
          {...field('ageAtLeastMinutes')}
        />
      </div>
      <div>
        <button type="button" className="button" onClick={() => onChange({ filter: NO_FILTER })}>
          Clear everything
        </button>
      </div>
    </div>
  );
}

function named(ids: readonly (string | null)[], nameOf: (id: string) => string | null) {
  const known = [...new Set(ids)].flatMap((id) =>
    id === null ? [] : { value: id, words: nameOf(id) ?? shortId(id) },
  );
  return known.sort((one, other) => (one.words.toLowerCase() < other.words.toLowerCase() ? -1 : 1));
}

/** The usual lengths of time, and the one that stands in the address, whatever it is. */
function spans(usual: number[], minutes: number | null, before = '') {
  const all = minutes === null || usual.includes(minutes) ? usual : [...usual, minutes].sort((a, b) => a - b);
  return all.map((value) => ({ value, words: `${before} ${durationText(value * 60_000)}`.trim() }));
}
