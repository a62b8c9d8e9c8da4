import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { endsByHour } from '../../../domain/fleet/counts.ts';
import { localTimeText } from '../../../domain/text/time.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { CHART_FONT_PX, TOOLTIP_PROPS, xAxisProps, yAxisProps } from '../../../ui/theme/chartStyle.ts';
import { ChartFigure } from './ChartFigure.tsx';

const HOURS = 12;

/** Shows how many tunnels end in each of the next hours. */
export function EndsChart({
  tunnels,
  heightPx = 260,
  fontPx = CHART_FONT_PX,
}: {
  tunnels: readonly Tunnel[];
  heightPx?: number;
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
      title={`Tunnels ending in the next ${HOURS} hours`}
      headings={['From', 'Tunnels']}
      rows={() => data.map(({ hour, count }) => [hour, count])}
    >
      <ResponsiveContainer height={heightPx}>
        <BarChart accessibilityLayer={false} data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...xAxisProps(fontPx)} dataKey="hour" />
          <YAxis {...yAxisProps(fontPx, 3.5)} allowDecimals={false} axisLine={false} />
          <Tooltip {...TOOLTIP_PROPS} />
          <Bar dataKey="count" name="Ending" fill="var(--accent)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
