import { expect, test } from 'vitest';
import { countText } from './count.ts';

test.each([
  [0, '0 tunnels'],
  [1, '1 tunnel'],
  [2, '2 tunnels'],
  [12_345, '12,345 tunnels'],
])('countText(%i, "tunnel") is %j', (count, text) => {
  expect(countText(count, 'tunnel')).toBe(text);
});

test('countText takes a plural that is not the noun with an s', () => {
  expect(countText(2, 'entry', 'entries')).toBe('2 entries');
});
