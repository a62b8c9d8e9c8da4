import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fleetPollMs } from '../../../api/polling.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import styles from './WallStatus.module.css';

/** Shows how recent the list is. The page below the wall display polls it; this only reads its state. */
export function WallStatus() {
  const list = useQuery({
    ...tunnelQueries.polledList(useQueryClient()),
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const willRetry = fleetPollMs(list, list.errorUpdatedAt) !== false;
  return (
    <span className={list.isError ? styles.error : 'muted'}>
      Refreshed <TimeText ms={list.dataUpdatedAt} />
      {list.isError && (willRetry ? '. Retrying…' : '. Updates have stopped. Press Esc for details.')}
    </span>
  );
}
