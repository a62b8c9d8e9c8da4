import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { localTimeText } from '../../../domain/text/time.ts';
import type { EventCount } from '../../../domain/tunnel/eventTimeline.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { AXIS_PROPS, LEGEND_PROPS, TOOLTIP_PROPS } from '../../../ui/theme/chartStyle.ts';
import styles from './EventsChart.module.css';

/** Draws stacked bars of errors and other events over time, with the same figures in a table for screen readers. */
export function EventsChart({ counts }: { counts: EventCount[] }) {
  const now = useNow(60_000);
  const data = counts.map((count) => ({ ...count, when: localTimeText(count.fromMs, now) }));
  const bar = { stackId: 'events', isAnimationActive: false, maxBarSize: 72 } as const;
  return (
    <figure>
      <div className={styles.bars} aria-hidden="true">
        <ResponsiveContainer>
          <BarChart
            accessibilityLayer={false}
            data={data}
            margin={{ top: 8, right: 8, bottom: 0, left: -24 }}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis {...AXIS_PROPS} dataKey="when" />
            <YAxis {...AXIS_PROPS} allowDecimals={false} axisLine={false} />
            <Tooltip {...TOOLTIP_PROPS} />
            <Legend {...LEGEND_PROPS} />
            <Bar {...bar} dataKey="others" name="Other events" fill="var(--pass)" />
            <Bar {...bar} dataKey="errors" name="Errors" fill="var(--bad)" />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <table className="visually-hidden">
        <caption>Events over time</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Other events</th>
            <th scope="col">Errors</th>
          </tr>
        </thead>
        <tbody>
          {data
            .filter(({ others, errors }) => others + errors > 0)
            .map(({ fromMs, when, others, errors }) => (
              <tr key={fromMs}>
                <th scope="row">{when}</th>
                <td>{others}</td>
                <td>{errors}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}
