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
import { localTimeText, utcTimeText } from '../../../domain/text/time.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { CHART_FONT_PX, TOOLTIP_PROPS, xAxisProps, yAxisProps } from '../../../ui/theme/chartStyle.ts';
import { ChartFigure } from './ChartFigure.tsx';

/** As many bars as one can tell apart. */
const MOST_BARS = 30;
/** In heights of the letters. */
const BAR = 2;

/**
 * One bar a tunnel, from its creation to its end; what is left of its life is faint, and now is marked. Of one that is
 * over only an outline, within which it ended: when, the list does not tell.
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
  const firstMs = Math.min(now, ...shown.map(({ fromMs }) => fromMs));
  const data = shown.map(({ tunnel, fromMs, toMs, isEndUnknown }) => ({
    id: tunnel.id,
    before: fromMs - firstMs,
    ...(isEndUnknown
      ? { over: toMs - fromMs }
      : {
          lived: Math.max(0, Math.min(now, toMs) - fromMs),
          left: Math.max(0, toMs - Math.max(now, fromMs)),
        }),
  }));
  const running = bars.filter(({ isEndUnknown }) => !isEndUnknown).length;
  const nameOf = new Map(shown.map(({ tunnel }) => [tunnel.id, tunnelName(tunnel)]));
  const clock = (ms: number) => localTimeText(firstMs + ms, now);
  return (
    <ChartFigure
      title="From creation to end"
      note={`${shown.length} of ${bars.length}: of the ${running} that are not over those that end next, then of the ${bars.length - running} that are over the newest, in outline, since their end is not told. The line is now.`}
      headings={['Tunnel', 'Id', 'Created', 'Ends']}
      rows={() =>
        bars.map(({ tunnel, fromMs, toMs, isEndUnknown }) => [
          tunnelName(tunnel),
          tunnel.id,
          utcTimeText(fromMs),
          isEndUnknown ? 'not told' : utcTimeText(toMs),
        ])
      }
    >
      <ResponsiveContainer height={Math.max(260, (shown.length * BAR + 3.5) * fontPx)}>
        <BarChart
          accessibilityLayer={false}
          data={data}
          layout="vertical"
          margin={{ top: 8, right: 16, bottom: 0, left: 8 }}
          barSize={fontPx}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis {...xAxisProps(fontPx)} type="number" domain={[0, 'dataMax']} tickFormatter={clock} />
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
            formatter={(value, name) => [`${Math.round(Number(value) / 60_000)} min`, name]}
          />
          <Bar
            dataKey="before"
            stackId="life"
            fill="transparent"
            isAnimationActive={false}
            tooltipType="none"
          />
          <Bar dataKey="lived" name="Lived" stackId="life" fill="var(--accent)" isAnimationActive={false} />
          <Bar
            dataKey="left"
            name="Left"
            stackId="life"
            fill="var(--accent)"
            fillOpacity={0.25}
            isAnimationActive={false}
          />
          <Bar
            dataKey="over"
            name="Over; its end is not told. At most"
            stackId="life"
            fill="transparent"
            stroke="var(--edge)"
            strokeDasharray="3 3"
            isAnimationActive={false}
          />
          <ReferenceLine x={now - firstMs} stroke="var(--bad)" strokeWidth={2} />
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}

const shorten = (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name);
