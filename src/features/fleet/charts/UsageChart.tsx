import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { accessPointName, type FleetNames } from '../../../domain/fleet/names.ts';
import { type FleetUsage, fleetUsage } from '../../../domain/fleet/usage.ts';
import { countText } from '../../../domain/text/count.ts';
import { shortId } from '../../../domain/text/id.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import {
  CHART_FONT_PX,
  LEGEND_PROPS,
  TOOLTIP_PROPS,
  xAxisProps,
  yAxisProps,
} from '../../../ui/theme/chartStyle.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { UsageMatrix } from './UsageMatrix.tsx';

const MOST = 10;

/** Shows the access points with the most tunnels, and how many tunnels each pair of them has. */
export function UsageChart({
  tunnels,
  names,
  fontPx = CHART_FONT_PX,
}: {
  tunnels: readonly Tunnel[];
  names: FleetNames;
  fontPx?: number;
}) {
  const usage = useMemo(() => fleetUsage(tunnels, MOST), [tunnels]);
  const nameOf = (id: string) => accessPointName(names, id) ?? shortId(id);
  return (
    <div className="stack">
      <ChartFigure
        title="Busiest access points"
        note={`All ${countText(tunnels.length, 'matching tunnel')}, including those that have ended.`}
        headings={['Access point', 'ID', 'As initiator', 'As listener']}
        rows={() =>
          usage.accessPoints.map(({ id, asInitiator, asListener }) => [
            nameOf(id),
            id,
            asInitiator,
            asListener,
          ])
        }
      >
        <ResponsiveContainer height={Math.max(160, (usage.accessPoints.length * 2.5 + 5) * fontPx)}>
          <BarChart
            accessibilityLayer={false}
            data={usage.accessPoints}
            layout="vertical"
            margin={{ top: 8, right: 16, bottom: 0, left: 8 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--line)" />
            <XAxis {...xAxisProps(fontPx)} type="number" allowDecimals={false} />
            <YAxis
              {...yAxisProps(fontPx, 16)}
              type="category"
              dataKey="id"
              interval={0}
              tickFormatter={nameOf}
            />
            <Tooltip {...TOOLTIP_PROPS} labelFormatter={(id) => nameOf(String(id))} />
            <Legend {...LEGEND_PROPS} iconSize={1.2 * fontPx} />
            <Bar
              dataKey="asInitiator"
              name="As initiator"
              stackId="all"
              stroke="var(--accent)"
              fill="var(--accent)"
              isAnimationActive={false}
            />
            <Bar
              dataKey="asListener"
              name="As listener"
              stackId="all"
              // Differs from the other bar by lightness and an outline, not by hue.
              stroke="var(--accent)"
              fill="color-mix(in srgb, var(--accent) 45%, var(--surface))"
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </ChartFigure>
      <ChartFigure
        title="Access point pairs"
        note={`Rows are initiators, columns are listeners. Covers ${usage.tunnelsInMatrix} of ${countText(tunnels.length, 'tunnel')}.`}
        headings={['Initiator', 'Listener', 'Tunnels']}
        rows={() => pairRows(usage, nameOf)}
      >
        <UsageMatrix usage={usage} nameOf={nameOf} />
      </ChartFigure>
    </div>
  );
}

function pairRows({ matrix }: FleetUsage, nameOf: (id: string) => string) {
  return matrix.initiatorIds.flatMap((from, row) =>
    matrix.listenerIds.flatMap((to, column) => {
      const count = matrix.counts[row]?.[column] ?? 0;
      return count === 0 ? [] : [[nameOf(from), nameOf(to), count] as const];
    }),
  );
}
