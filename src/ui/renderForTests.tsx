import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { onTestFinished } from 'vitest';

/** Renders a component into the page until the test ends; returns the function that renders something else in its place. */
export function render(children: ReactNode): (next: ReactNode) => void {
  const container = document.body.appendChild(document.createElement('div'));
  const root: Root = createRoot(container);
  const show = (next: ReactNode) => root.render(<MemoryRouter>{next}</MemoryRouter>);
  show(children);
  onTestFinished(() => {
    root.unmount();
    container.remove();
  });
  return show;
}
