import { useQuery } from '@tanstack/react-query';
import { endpointQueries } from '../../../api/endpoints.ts';
import { NO_SUBSCRIPTION } from '../../../domain/site/endpoint.ts';
import styles from './NoSubscription.module.css';

/** Warns if the endpoint of an access point has no subscription. Shows nothing while that is unknown. */
export function NoSubscription({ endpointId }: { endpointId: string | null }) {
  const { data } = useQuery({ ...endpointQueries.detail(endpointId ?? ''), enabled: endpointId !== null });
  if (data?.hasSubscription !== false) return null;
  return (
    <p className={styles.warning} role="alert">
      {NO_SUBSCRIPTION}
    </p>
  );
}
