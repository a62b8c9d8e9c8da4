// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { useLastError } from './useLastError.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const seen: unknown[] = [];
function Watcher({ query }: { query: Parameters<typeof useLastError>[0] }) {
  seen.push(useLastError(query));
  return null;
}

test('an error stays while the query is asked for again, until it has data or another query stands there', () => {
  const root = createRoot(document.createElement('div'));
  const shown = (data: unknown, error: unknown, errorUpdatedAt: number) => {
    act(() => root.render(<Watcher query={{ data, error, errorUpdatedAt }} />));
    return seen.at(-1);
  };
  const [first, second] = [new Error('first'), new Error('second')];
  expect(shown(undefined, null, 0)).toBeNull();
  expect(shown(undefined, first, 1000)).toBe(first);
  expect(shown(undefined, null, 1000)).toBe(first);
  expect(shown(undefined, second, 2000)).toBe(second);
  expect(shown(undefined, null, 0)).toBeNull();
  expect(shown(undefined, null, 2000)).toBe(second);
  expect(shown('data', null, 2000)).toBeNull();
});
