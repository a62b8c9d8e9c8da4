import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { EndingHour } from '../../domain/fleet.ts';
import { clockText } from '../../domain/time.ts';
import { useNow } from '../../ui/useNow.ts';
import styles from './EndsChart.module.css';

/** How many tunnels end in which of the next hours, with the same figures as a table for those who don't see it. */
export function EndsChart({ hours }: { hours: EndingHour[] }) {
  const now = useNow(60_000);
  const data = hours.map(({ fromMs, count }) => ({ hour: clockText(fromMs, now), count }));
  return (
    <figure>
      <div className={styles.chart} aria-hidden="true">
        <ResponsiveContainer>
          <BarChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: -24 }}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="hour" stroke="var(--muted)" fontSize={12} tickLine={false} />
            <YAxis
              allowDecimals={false}
              stroke="var(--muted)"
              fontSize={12}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              cursor={{ fill: 'var(--hover)' }}
              contentStyle={{ background: 'var(--raised)', border: '1px solid var(--line)' }}
            />
            <Bar dataKey="count" name="Tunnels that end" fill="var(--accent)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <table className="visually-hidden">
        <caption>Tunnels that end in the next hours</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Tunnels</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ hour, count }) => (
            <tr key={hour}>
              <th scope="row">{hour}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
