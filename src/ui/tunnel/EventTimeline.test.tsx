import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { render } from '../renderForTests.tsx';
import { EventTimeline } from './EventTimeline.tsx';

const events = Array.from(
  { length: 1200 },
  (_, at): TunnelEvent => ({
    id: String(at),
    code: 'unknown',
    codeText: `CODE_${at}`,
    isError: false,
    description: '',
    details: '',
    timeMs: at * 1000,
  }),
);

const lines = page.getByRole('list').first().getByRole('listitem');
const renderTimeline = (chosenId: string | null) =>
  render(<EventTimeline events={events} order="newest" chosenId={chosenId} />);

test('thousands of events are rendered in batches', async () => {
  renderTimeline(null);
  await expect.poll(() => lines.elements().length).toBe(500);
  await page.getByRole('button', { name: 'Show 500 more events (700 remaining)' }).click();
  await expect.poll(() => lines.elements().length).toBe(1000);
  await page.getByRole('button', { name: 'Show 200 more events' }).click();
  await expect.poll(() => lines.elements().length).toBe(1200);
  await expect.element(page.getByRole('button', { name: /more events/ })).not.toBeInTheDocument();
});

test('the event that a link led to is always rendered', async () => {
  renderTimeline('299');
  await expect.poll(() => lines.elements().length).toBe(901);
});
