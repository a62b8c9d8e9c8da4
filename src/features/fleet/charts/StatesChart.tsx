import { useMemo } from 'react';
import { Area, AreaChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type WatchedSpan, watchedCourse } from '../../../domain/fleet/history.ts';
import { clockText, exactText } from '../../../domain/text/time.ts';
import { TUNNEL_STATES, type TunnelState, tunnelStateWords } from '../../../domain/tunnel/state.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import {
  axisBelow,
  axisBeside,
  CHART_LETTER_PX,
  LEGEND,
  STATE_COLOURS,
  STATE_DASHES,
  TOOLTIP,
} from '../../../ui/theme/chartLook.ts';
import { ChartFigure } from './ChartFigure.tsx';

const wordsOf = (state: TunnelState) => tunnelStateWords({ state, stateText: 'Other' });

/** Tunnels by state since this page was opened. Where nobody watched there is nothing. */
export function StatesChart({
  spans,
  height = 260,
  letterPx = CHART_LETTER_PX,
}: {
  spans: readonly WatchedSpan[];
  height?: number;
  letterPx?: number;
}) {
  const now = useNow(15_000);
  const course = useMemo(
    () => watchedCourse(spans).map(({ atMs, counts }) => ({ atMs, ...counts })),
    [spans],
  );
  // The line of a state that nothing was in would lie on its neighbour's.
  const seen = TUNNEL_STATES.filter((state) => spans.some(({ counts }) => counts[state] > 0));
  // A single look would be a dot for each state, each as high as all below it: nothing one could read.
  const begun = course.filter(({ ACTIVE }) => ACTIVE !== undefined).length < 2 && (
    <p className="muted">
      {course[0] && `Counting has begun, at ${clockText(course[0].atMs, now)}. `}
      The picture begins when the list is read once more.
    </p>
  );
  const rows = () =>
    spans.map(({ fromMs, toMs, counts }) => [
      exactText(fromMs).utc,
      exactText(toMs).utc,
      ...TUNNEL_STATES.map((state) => counts[state]),
    ]);
  return (
    <ChartFigure
      title="Tunnels by state"
      note="Since this page was opened. Gaps: this page was not watching."
      instead={begun}
      head={['From', 'To', ...TUNNEL_STATES.map(wordsOf)]}
      rows={rows}
    >
      <ResponsiveContainer height={height}>
        <AreaChart accessibilityLayer={false} data={course} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            {...axisBelow(letterPx)}
            dataKey="atMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(ms: number) => clockText(ms, now)}
          />
          <YAxis {...axisBeside(letterPx, 3.5)} allowDecimals={false} axisLine={false} />
          <Tooltip {...TOOLTIP} labelFormatter={(ms) => exactText(Number(ms)).local} />
          <Legend {...LEGEND} iconSize={1.5 * letterPx} />
          {seen.map((state) => (
            <Area
              key={state}
              type="stepAfter"
              dataKey={state}
              name={wordsOf(state)}
              stackId="all"
              legendType="plainline"
              stroke={STATE_COLOURS[state]}
              strokeWidth={2}
              strokeDasharray={STATE_DASHES[state]}
              fill={STATE_COLOURS[state]}
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
