import { lazyPart } from '../../../ui/lazyPart.tsx';

// The chart library is larger than the rest of this page, so its code is fetched when someone opens a chart.
const NAME = 'the chart';

export const StatesChart = lazyPart(async () => (await import('./StatesChart.tsx')).StatesChart, NAME);
export const TimelineChart = lazyPart(async () => (await import('./TimelineChart.tsx')).TimelineChart, NAME);
export const EndsChart = lazyPart(async () => (await import('./EndsChart.tsx')).EndsChart, NAME);
export const UsageChart = lazyPart(async () => (await import('./UsageChart.tsx')).UsageChart, NAME);
