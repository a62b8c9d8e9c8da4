import { useQueryClient } from '@tanstack/react-query';
import { tunnelEventQueries } from '../../../api/tunnels/tunnelEvents.ts';
import { saveCsv, saveFile } from '../../../browser/saveFile.ts';
import { toSingleLine } from '../../../domain/text/plainText.ts';
import { TUNNEL_EVENT_CODES, type TunnelEvent } from '../../../domain/tunnel/event.ts';
import { eventsCsv } from '../../../domain/tunnel/eventExport.ts';
import { newestFirst } from '../../../domain/tunnel/history.ts';
import styles from './EventControls.module.css';
import type { EventsUrlState } from './useEventsUrlState.ts';

/** Filters, orders, and exports events. There is one filter, because the server filters by error or by code, never both. */
export function EventControls({
  tunnelId,
  view,
  onChange,
  events,
  isEveryEvent,
}: {
  tunnelId: string;
  view: EventsUrlState;
  onChange: (changes: Partial<EventsUrlState>) => void;
  /** The events loaded so far. */
  events: readonly TunnelEvent[];
  isEveryEvent: boolean;
}) {
  const { order, filter } = view;
  const codes = useKnownCodes(tunnelId, events, filter.codeName);
  const name = `tunnel-${tunnelId}-events`;
  const exports: [format: string, save: () => void][] = [
    [
      'JSON',
      () => saveFile(`${name}.json`, 'application/json', JSON.stringify(newestFirst(events), null, 2)),
    ],
    ['CSV', () => saveCsv(`${name}.csv`, eventsCsv(newestFirst(events)))],
  ];
  return (
    <div className={styles.controls}>
      <label>
        Filter
        <select
          value={filter.onlyErrors ? 'errors' : filter.codeName ? `code ${filter.codeName}` : 'all'}
          onChange={({ target: { value } }) =>
            onChange({
              filter:
                value === 'errors'
                  ? { onlyErrors: true }
                  : value === 'all'
                    ? {}
                    : { codeName: value.slice('code '.length) },
              chosenId: null,
            })
          }
        >
          <option value="all">All events</option>
          <option value="errors">Errors only</option>
          {codes.map((code) => (
            <option key={code} value={`code ${code}`}>
              {toSingleLine(code, 60)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Order
        <select
          value={order}
          onChange={({ target }) => onChange({ order: target.value === 'oldest' ? 'oldest' : 'newest' })}
        >
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
        </select>
      </label>
      <div className={styles.export}>
        {exports.map(([format, save]) => (
          <button key={format} type="button" className="button" disabled={events.length === 0} onClick={save}>
            Export {describeCount(events.length, isEveryEvent)} as {format}
          </button>
        ))}
      </div>
    </div>
  );
}

function describeCount(count: number, isEveryEvent: boolean): string {
  return `${count} ${isEveryEvent ? '' : 'loaded '}${count === 1 ? 'event' : 'events'}`;
}

/** Returns the codes to filter by: the known ones, and those of the events loaded with and without a filter. */
function useKnownCodes(
  tunnelId: string,
  events: readonly TunnelEvent[],
  chosen: string | undefined,
): string[] {
  const all = useQueryClient().getQueryData(tunnelEventQueries.list(tunnelId).queryKey);
  const loaded = [...(all?.events ?? []), ...events].map(({ codeText }) => codeText);
  return [...new Set([...TUNNEL_EVENT_CODES, ...loaded, chosen ?? ''])].filter(Boolean).sort();
}
