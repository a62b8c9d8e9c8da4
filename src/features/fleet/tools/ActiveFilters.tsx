import { useQuery } from '@tanstack/react-query';
import { endpointQueries } from '../../../api/endpoints.ts';
import { activeFilters } from '../../../domain/fleet/activeFilters.ts';
import type { FleetFilter } from '../../../domain/fleet/filter.ts';
import { accessPointName, type FleetNames, ownerName } from '../../../domain/fleet/names.ts';
import { shortId } from '../../../domain/text/id.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ActiveFilters.module.css';

/** Shows each condition of the filter panel that is in effect. Pressing one removes it. */
export function ActiveFilters({
  filter,
  names,
  onChange,
}: {
  filter: FleetFilter;
  names: FleetNames;
  onChange: (change: { filter: FleetFilter }) => void;
}) {
  const { endpointId } = filter;
  const endpoint = useQuery({ ...endpointQueries.detail(endpointId ?? ''), enabled: endpointId !== null });
  const filters = activeFilters(filter, {
    accessPoint: (id) => accessPointName(names, id) ?? shortId(id),
    endpoint: (id) => endpoint.data?.name ?? shortId(id),
    owner: (id) => ownerName(names, { ownerId: id }) ?? shortId(id),
  });
  if (filters.length === 0) return null;
  return (
    <ul className={styles.filters} aria-label="Active filters">
      {filters.map(({ text, without }) => (
        <li key={text}>
          <button
            type="button"
            className={styles.filter}
            title="Remove this filter"
            onClick={() => onChange({ filter: without })}
          >
            <span className="visually-hidden">Remove filter </span>
            <bdi>{text}</bdi>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
