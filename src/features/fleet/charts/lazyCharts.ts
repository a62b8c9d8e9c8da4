import { latePart } from '../../../ui/lazyPart.tsx';

// The drawing library weighs more than everything else on this page: it comes when somebody opens a chart.
const WORDS = 'The chart';

export const StatesChart = latePart(async () => (await import('./StatesChart.tsx')).StatesChart, WORDS);
export const TimelineChart = latePart(async () => (await import('./TimelineChart.tsx')).TimelineChart, WORDS);
export const EndsChart = latePart(async () => (await import('./EndsChart.tsx')).EndsChart, WORDS);
export const UsageChart = latePart(async () => (await import('./UsageChart.tsx')).UsageChart, WORDS);
