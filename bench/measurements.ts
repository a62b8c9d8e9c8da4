/** One figure of a bench. */
export interface Measurement {
  name: string;
  unit: 'ms' | 'kB' | 'requests' | 'frames' | 'MB' | 'times';
  /** One value a run, in the order of the runs. */
  runs: number[];
  /** The aim: the median should be at most this. Left out when the figure is only recorded. */
  limit?: number;
}

/** A bench that `npm run bench -- NAME` runs. */
export interface Bench {
  name: string;
  measure: () => Promise<Measurement[]>;
}

/** Returns the middle value, or the mean of the two middle values. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Returns the value that a percentage of the values is below, interpolated between neighbors. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at % 1);
}

function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value);
  // A small value must not print as 0.
  if (Math.abs(value) < 0.01) return value.toPrecision(1);
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0);
}

/** Returns the figures as a Markdown table. */
export function measurementTable(figures: readonly Measurement[]): string {
  const rows = figures.map(({ name, unit, runs, limit }) => {
    const value = median(runs);
    const aim = limit === undefined ? '' : `${limit} ${unit}`;
    const isMet = limit === undefined ? '' : value <= limit ? 'yes' : 'no';
    return [
      name,
      `${rounded(value)} ${unit}`,
      `${rounded(Math.min(...runs))} to ${rounded(Math.max(...runs))}`,
      aim,
      isMet,
    ];
  });
  const table = [['measure', 'median', 'range', 'aim, at most', 'met'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(table[0] ?? []), rule, ...table.slice(1).map(line)].join('\n');
}
