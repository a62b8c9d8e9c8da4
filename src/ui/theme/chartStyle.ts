import type { TunnelState } from '../../domain/tunnel/state.ts';

/** How tall the letters of a chart are on a page. */
export const CHART_FONT_PX = 12;

/** What all charts have alike. */
export const AXIS_PROPS = { stroke: 'var(--muted)', fontSize: CHART_FONT_PX, tickLine: false } as const;

/** An axis below, or beside, a chart whose letters are so tall; that one has the room for so many of them. */
export const xAxisProps = (letterPx: number) => ({
  ...AXIS_PROPS,
  fontSize: letterPx,
  height: 2.5 * letterPx,
});
export const yAxisProps = (letterPx: number, letters: number) => ({
  ...AXIS_PROPS,
  fontSize: letterPx,
  width: letters * letterPx,
});

export const TOOLTIP_PROPS = {
  cursor: { fill: 'var(--hover)' },
  contentStyle: { background: 'var(--raised)', border: '1px solid var(--line)', borderRadius: 6 },
} as const;

/** In the order of the series, and in words one can read: some series are too pale for letters. */
export const LEGEND_PROPS = { itemSorter: null, labelStyle: { color: 'var(--text)' } } as const;

/** The colours of the states; each area is named in the legend and in the table as well. */
export const STATE_COLORS: Readonly<Record<TunnelState, string>> = {
  UNINITIALIZED: 'color-mix(in srgb, var(--pass) 70%, var(--surface))',
  AWAITING_LISTENER: 'var(--wait)',
  ACTIVE: 'var(--good)',
  STOPPING: 'var(--pass)',
  STOPPED: 'var(--rest)',
  unknown: 'var(--accent)',
};

/** How the line of each state is broken, so that no two are told apart by their colours alone. */
export const STATE_DASHES: Readonly<Record<TunnelState, string>> = {
  UNINITIALIZED: '2 4',
  AWAITING_LISTENER: '8 3',
  ACTIVE: 'none',
  STOPPING: '6 2 2 2',
  STOPPED: '14 4',
  unknown: '10 2 2 2 2 2',
};
