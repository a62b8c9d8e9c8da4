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

const wordsOf = (state: TunnelState) => tunnelStateLabel({ state, stateText: 'Other' });

/** Tunnels by state since this page was opened. Where nobody watched there is nothing. */
export function StatesChart({
  spans,
  height = 260,
  fontPx = CHART_FONT_PX,
}: {
  spans: readonly ObservedPeriod[];
  height?: number;
  fontPx?: number;
}) {
  const now = useNow(15_000);
  const course = useMemo(
    () => toHistoryPoints(spans).map(({ atMs, counts }) => ({ atMs, ...counts })),
    [spans],
  );
  // The line of a state that nothing was in would lie on its neighbour's.
  const seen = TUNNEL_STATES.filter((state) => spans.some(({ counts }) => counts[state] > 0));
  // A single look would be a dot for each state, each as high as all below it: nothing one could read.
  const begun = course.filter(({ ACTIVE }) => ACTIVE !== undefined).length < 2 && (
    <p className="muted">
      {course[0] && `Counting has begun, at ${localTimeText(course[0].atMs, now)}. `}
      The picture begins when the list is read once more.
    </p>
  );
  const rows = () =>
    spans.map(({ fromMs, toMs, counts }) => [
      utcTimeText(fromMs),
      utcTimeText(toMs),
      ...TUNNEL_STATES.map((state) => counts[state]),
    ]);
  return (
    <ChartFigure
      title="Tunnels by state"
      note="Since this page was opened. Gaps: this page was not watching."
      placeholder={begun}
      headings={['From', 'To', ...TUNNEL_STATES.map(wordsOf)]}
      rows={rows}
    >
      <ResponsiveContainer height={height}>
        <AreaChart accessibilityLayer={false} data={course} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
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
          {seen.map((state) => (
            <Area
              key={state}
              type="stepAfter"
              dataKey={state}
              name={wordsOf(state)}
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
