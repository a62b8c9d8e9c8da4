import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { endsByHour } from '../../../domain/fleet/counts.ts';
import { localTimeText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { CHART_FONT_PX, TOOLTIP_PROPS, xAxisProps, yAxisProps } from '../../../ui/theme/chartStyle.ts';
import { ChartFigure } from './ChartFigure.tsx';

const HOURS = 12;

/** How many tunnels end in which of the next hours. */
export function EndsChart({
  tunnels,
  height = 260,
  fontPx = CHART_FONT_PX,
}: {
  tunnels: readonly Tunnel[];
  height?: number;
  fontPx?: number;
}) {
  const now = useNow(60_000);
  const data = useMemo(
    () =>
      endsByHour(tunnels, now, HOURS).map(({ fromMs, count }) => ({
        hour: localTimeText(fromMs, now),
        count,
      })),
    [tunnels, now],
  );
  return (
    <ChartFigure
      title={`What ends in the next ${HOURS} hours`}
      headings={['From', 'Tunnels']}
      rows={() => data.map(({ hour, count }) => [hour, count])}
    >
      <ResponsiveContainer height={height}>
        <BarChart accessibilityLayer={false} data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...xAxisProps(fontPx)} dataKey="hour" />
          <YAxis {...yAxisProps(fontPx, 3.5)} allowDecimals={false} axisLine={false} />
          <Tooltip {...TOOLTIP_PROPS} />
          <Bar dataKey="count" name="Tunnels that end" fill="var(--accent)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
