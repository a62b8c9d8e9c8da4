import { useMemo } from 'react';
import { Area, AreaChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type ObservedPeriod, toHistoryPoints } from '../../../domain/fleet/history.ts';
import { exactTimeText, localTimeText, utcTimeText } from '../../../domain/text/time.ts';
import { TUNNEL_STATES, type TunnelState, tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import {
  CHART_FONT_PX,
  LEGEND_PROPS,
  STATE_COLORS,
  STATE_DASHES,
  TOOLTIP_PROPS,
  xAxisProps,
  yAxisProps,
} from '../../../ui/theme/chartStyle.ts';
import { ChartFigure } from './ChartFigure.tsx';

const labelOf = (state: TunnelState) => tunnelStateLabel({ state, stateText: 'Other' });

/** Shows how many tunnels were in each state since the page was opened, with gaps where it wasn't observing. */
export function StatesChart({
  periods,
  heightPx = 260,
  fontPx = CHART_FONT_PX,
}: {
  periods: readonly ObservedPeriod[];
  heightPx?: number;
  fontPx?: number;
}) {
  const now = useNow(15_000);
  const points = useMemo(
    () => toHistoryPoints(periods).map(({ atMs, counts }) => ({ atMs, ...counts })),
    [periods],
  );
  // The area of a state without tunnels would be a line on top of its neighbor's.
  const shownStates = TUNNEL_STATES.filter((state) => periods.some(({ counts }) => counts[state] > 0));
  // A single observation would be one dot per state, stacked on top of each other.
  const placeholder = points.filter(({ ACTIVE }) => ACTIVE !== undefined).length < 2 && (
    <p className="muted">
      {points[0]
        ? `Collecting data since ${localTimeText(points[0].atMs, now)}. The chart appears after the next refresh.`
        : 'The chart appears after the next refresh.'}
    </p>
  );
  const rows = () =>
    periods.map(({ fromMs, toMs, counts }) => [
      utcTimeText(fromMs),
      utcTimeText(toMs),
      ...TUNNEL_STATES.map((state) => counts[state]),
    ]);
  return (
    <ChartFigure
      title="Tunnels by state"
      note="Since you opened this page. Gaps mean that the page was paused, hidden, or offline."
      placeholder={placeholder}
      headings={['From', 'To', ...TUNNEL_STATES.map(labelOf)]}
      rows={rows}
    >
      <ResponsiveContainer height={heightPx}>
        <AreaChart accessibilityLayer={false} data={points} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            {...xAxisProps(fontPx)}
            dataKey="atMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(ms: number) => localTimeText(ms, now)}
          />
          <YAxis {...yAxisProps(fontPx, 3.5)} allowDecimals={false} axisLine={false} />
          <Tooltip {...TOOLTIP_PROPS} labelFormatter={(ms) => exactTimeText(Number(ms))} />
          <Legend {...LEGEND_PROPS} iconSize={1.5 * fontPx} />
          {shownStates.map((state) => (
            <Area
              key={state}
              type="stepAfter"
              dataKey={state}
              name={labelOf(state)}
              stackId="all"
              legendType="plainline"
              stroke={STATE_COLORS[state]}
              strokeWidth={2}
              strokeDasharray={STATE_DASHES[state]}
              fill={STATE_COLORS[state]}
              fillOpacity={0.75}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
