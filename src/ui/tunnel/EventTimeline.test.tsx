// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { EventTimeline } from './EventTimeline.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

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

function renderTimeline(chosenId: string | null) {
  const page = document.createElement('div');
  const root = createRoot(page);
  act(() => root.render(<EventTimeline events={events} order="newest" chosenId={chosenId} />));
  return {
    lines: () => page.querySelectorAll('li').length,
    button: () => page.querySelector<HTMLButtonElement>('button:not(li *)'),
    close: () => act(() => root.unmount()),
  };
}

test('thousands of events are rendered in batches', () => {
  const { lines, button, close } = renderTimeline(null);
  expect([lines(), button()?.textContent]).toEqual([500, 'Show 500 more events (700 remaining)']);
  act(() => button()?.click());
  expect([lines(), button()?.textContent]).toEqual([1000, 'Show 200 more events']);
  act(() => button()?.click());
  expect([lines(), button()]).toEqual([1200, null]);
  close();
});

test('the event that a link led to is always rendered', () => {
  const { lines, close } = renderTimeline('299');
  expect(lines()).toBe(901);
  close();
});
