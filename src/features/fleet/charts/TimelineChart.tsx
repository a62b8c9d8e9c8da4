import { useMemo } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { timelineBars } from '../../../domain/fleet/timeline.ts';
import { countText } from '../../../domain/text/count.ts';
import { durationText, localTimeText, utcTimeText } from '../../../domain/text/time.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { CHART_FONT_PX, TOOLTIP_PROPS, xAxisProps, yAxisProps } from '../../../ui/theme/chartStyle.ts';
import { ChartFigure } from './ChartFigure.tsx';

/** More bars than this are hard to distinguish. */
const MOST_BARS = 30;
/** The height of a bar with the gap below it, in multiples of the font size. */
const BAR_HEIGHT = 2;

/**
 * Shows the lifetime of each tunnel as a bar from its creation to its end, with the remaining time in a lighter color.
 * A tunnel that has ended is an outline, because the list has no end times: it ended within that time.
 */
export function TimelineChart({
  tunnels,
  fontPx = CHART_FONT_PX,
}: {
  tunnels: readonly Tunnel[];
  fontPx?: number;
}) {
  const now = useNow(15_000);
  const bars = useMemo(() => timelineBars(tunnels, now), [tunnels, now]);
  const shown = bars.slice(0, MOST_BARS);
  const startMs = Math.min(now, ...shown.map(({ fromMs }) => fromMs));
  const data = shown.map(({ tunnel, fromMs, toMs, isEndUnknown }) => ({
    id: tunnel.id,
    before: fromMs - startMs,
    ...(isEndUnknown
      ? { atMost: toMs - fromMs }
      : {
          elapsed: Math.max(0, Math.min(now, toMs) - fromMs),
          remaining: Math.max(0, toMs - Math.max(now, fromMs)),
        }),
  }));
  const nameOf = new Map(shown.map(({ tunnel }) => [tunnel.id, tunnelName(tunnel)]));
  const axisTimeText = (ms: number) => localTimeText(startMs + ms, now);
  return (
    <ChartFigure
      title="Tunnel lifetimes"
      note={`Showing ${shown.length} of ${countText(bars.length, 'tunnel')}: running tunnels by end time, then the newest that have ended. The red line is now. Outlines are ended tunnels, whose end time is unknown.`}
      headings={['Tunnel', 'ID', 'Created', 'Ends']}
      rows={() =>
        bars.map(({ tunnel, fromMs, toMs, isEndUnknown }) => [
          tunnelName(tunnel),
          tunnel.id,
          utcTimeText(fromMs),
          isEndUnknown ? 'Unknown' : utcTimeText(toMs),
        ])
      }
    >
      <ResponsiveContainer height={Math.max(260, (shown.length * BAR_HEIGHT + 3.5) * fontPx)}>
        <BarChart
          accessibilityLayer={false}
          data={data}
          layout="vertical"
          margin={{ top: 8, right: 16, bottom: 0, left: 8 }}
          barSize={fontPx}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis {...xAxisProps(fontPx)} type="number" domain={[0, 'dataMax']} tickFormatter={axisTimeText} />
          <YAxis
            {...yAxisProps(fontPx, 12.5)}
            type="category"
            dataKey="id"
            interval={0}
            tickFormatter={(id: string) => shorten(nameOf.get(id) ?? id)}
          />
          <Tooltip
            {...TOOLTIP_PROPS}
            labelFormatter={(id) => nameOf.get(String(id)) ?? String(id)}
            formatter={(value, name) => [durationText(Number(value)), name]}
          />
          <Bar
            dataKey="before"
            stackId="life"
            fill="transparent"
            isAnimationActive={false}
            tooltipType="none"
          />
          <Bar
            dataKey="elapsed"
            name="Elapsed"
            stackId="life"
            fill="var(--accent)"
            isAnimationActive={false}
          />
          <Bar
            dataKey="remaining"
            name="Remaining"
            stackId="life"
            fill="var(--accent)"
            fillOpacity={0.25}
            isAnimationActive={false}
          />
          <Bar
            dataKey="atMost"
            name="Ended after at most"
            stackId="life"
            fill="transparent"
            stroke="var(--edge)"
            strokeDasharray="3 3"
            isAnimationActive={false}
          />
          <ReferenceLine x={now - startMs} stroke="var(--bad)" strokeWidth={2} />
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}

const shorten = (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name);
