import type { TunnelState } from '../../domain/tunnel/state.ts';

/** The font size of charts, in px. */
export const CHART_FONT_PX = 12;

/** The look that all axes share. */
export const AXIS_PROPS = { stroke: 'var(--muted)', fontSize: CHART_FONT_PX, tickLine: false } as const;

/** Returns the props of the axis below a chart. */
export const xAxisProps = (fontPx: number) => ({ ...AXIS_PROPS, fontSize: fontPx, height: 2.5 * fontPx });

/**
 * Returns the props of the axis beside a chart.
 *
 * @param widthEm how wide its labels are, in multiples of the font size
 */
export const yAxisProps = (fontPx: number, widthEm: number) => ({
  ...AXIS_PROPS,
  fontSize: fontPx,
  width: widthEm * fontPx,
});

export const TOOLTIP_PROPS = {
  cursor: { fill: 'var(--hover)' },
  contentStyle: { background: 'var(--raised)', border: '1px solid var(--line)', borderRadius: 6 },
} as const;

/** Keeps the order of the series, and colors the labels as text: some series are too pale to read. */
export const LEGEND_PROPS = { itemSorter: null, labelStyle: { color: 'var(--text)' } } as const;

/** The color of each state; the legend and the table name the states as well. */
export const STATE_COLORS: Readonly<Record<TunnelState, string>> = {
  UNINITIALIZED: 'color-mix(in srgb, var(--pass) 70%, var(--surface))',
  AWAITING_LISTENER: 'var(--wait)',
  ACTIVE: 'var(--good)',
  STOPPING: 'var(--pass)',
  STOPPED: 'var(--rest)',
  unknown: 'var(--accent)',
};

/** The dashes of each state's line, so that states differ in more than color. */
export const STATE_DASHES: Readonly<Record<TunnelState, string>> = {
  UNINITIALIZED: '2 4',
  AWAITING_LISTENER: '8 3',
  ACTIVE: 'none',
  STOPPING: '6 2 2 2',
  STOPPED: '14 4',
  unknown: '10 2 2 2 2 2',
};
