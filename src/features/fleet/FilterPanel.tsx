import { useMemo } from 'react';
import type { FleetView } from '../../domain/fleetAddress.ts';
import { type FleetFilter, NO_FILTER } from '../../domain/fleetFilter.ts';
import { accessPointName, type FleetNames, ownerName } from '../../domain/fleetNames.ts';
import { shortId } from '../../domain/id.ts';
import { durationText } from '../../domain/time.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { ChoiceField } from './ChoiceField.tsx';
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
  const set = (change: Partial<FleetFilter>) => onChange({ filter: { ...filter, ...change } });
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
        <ChoiceField
          label="Access point"
          any="Any"
          value={filter.accessPointId}
          choices={accessPoints}
          onChange={(accessPointId) => set({ accessPointId })}
        />
        <ChoiceField
          label="On which side"
          any="Either"
          value={filter.side}
          choices={[
            { value: 'initiator', words: 'As the initiator' },
            { value: 'listener', words: 'As the listener' },
          ]}
          onChange={(side) => set({ side })}
        />
        <ChoiceField
          label="Owner"
          any="Anybody"
          value={filter.ownerId}
          choices={owners}
          onChange={(ownerId) => set({ ownerId })}
        />
        <ChoiceField
          label="Restarts after a failure"
          any="Yes or no"
          value={filter.restartable}
          choices={[
            { value: true, words: 'Yes' },
            { value: false, words: 'No' },
          ]}
          onChange={(restartable) => set({ restartable })}
        />
        <ChoiceField
          label="Time left"
          any="Any"
          value={filter.leftAtMostMinutes}
          choices={spans([15, HOUR, 6 * HOUR, DAY], filter.leftAtMostMinutes, 'at most')}
          onChange={(leftAtMostMinutes) => set({ leftAtMostMinutes })}
        />
        <ChoiceField
          label="Not older than"
          any="Any age"
          value={filter.ageAtMostMinutes}
          choices={spans([HOUR, 6 * HOUR, DAY, 7 * DAY], filter.ageAtMostMinutes)}
          onChange={(ageAtMostMinutes) => set({ ageAtMostMinutes })}
        />
        <ChoiceField
          label="Not younger than"
          any="Any age"
          value={filter.ageAtLeastMinutes}
          choices={spans([HOUR, 6 * HOUR, DAY, 7 * DAY], filter.ageAtLeastMinutes)}
          onChange={(ageAtLeastMinutes) => set({ ageAtLeastMinutes })}
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
