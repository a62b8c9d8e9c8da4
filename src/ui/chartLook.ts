import type { TunnelState } from '../domain/tunnelState.ts';

/** What all charts have alike. */
export const AXIS = { stroke: 'var(--muted)', fontSize: 12, tickLine: false } as const;

export const TOOLTIP = {
  cursor: { fill: 'var(--hover)' },
  contentStyle: { background: 'var(--raised)', border: '1px solid var(--line)', borderRadius: 6 },
} as const;

/** In the order of the series, and in words one can read: some series are too pale for letters. */
export const LEGEND = { itemSorter: null, labelStyle: { color: 'var(--text)' } } as const;

/** The colours of the states; each area is named in the legend and in the table as well. */
export const STATE_COLOURS: Readonly<Record<TunnelState, string>> = {
  UNINITIALIZED: 'color-mix(in srgb, var(--pass) 55%, var(--surface))',
  AWAITING_LISTENER: 'var(--wait)',
  ACTIVE: 'var(--good)',
  STOPPING: 'var(--pass)',
  STOPPED: 'var(--rest)',
  unknown: 'var(--accent)',
};
