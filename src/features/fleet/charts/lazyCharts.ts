import { lazyPart } from '../../../ui/lazyPart.tsx';

// The drawing library weighs more than everything else on this page: it comes when somebody opens a chart.
const WORDS = 'the chart';

export const StatesChart = lazyPart(async () => (await import('./StatesChart.tsx')).StatesChart, WORDS);
export const TimelineChart = lazyPart(async () => (await import('./TimelineChart.tsx')).TimelineChart, WORDS);
export const EndsChart = lazyPart(async () => (await import('./EndsChart.tsx')).EndsChart, WORDS);
export const UsageChart = lazyPart(async () => (await import('./UsageChart.tsx')).UsageChart, WORDS);
