import { expect, it } from 'vitest';
import { shortId } from '../text/id.ts';
import { choicesFor } from './choices.ts';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const B = 'bbbbbbbb-0000-4000-8000-000000000002';
const labels = (known: Record<string, { name: string; organization: string | null }>, ids = [A, B]) =>
  choicesFor(ids, (id) => known[id] ?? null).map(({ label }) => label);

it('offers each ID once, in natural order, and an unknown one by its short ID', () => {
  const runs = new Map([
    [A, 'Run 10'],
    [B, 'Run 2'],
  ]);
  const find = (id: string) => ({ name: runs.get(id) ?? null, organization: null });
  expect(choicesFor([A, null, B, A], find)).toEqual([
    { value: B, label: 'Run 2' },
    { value: A, label: 'Run 10' },
  ]);
  expect(labels({}, [A])).toEqual([shortId(A)]);
});

it.each([
  ['organizations', 'Harbor', 'Northfield', ['Detector (Harbor)', 'Detector (Northfield)']],
  [
    'short IDs in one organization',
    'Harbor',
    'Harbor',
    [`Detector (${shortId(A)})`, `Detector (${shortId(B)})`],
  ],
  [
    'short IDs without both organizations',
    'Harbor',
    null,
    [`Detector (${shortId(A)})`, `Detector (${shortId(B)})`],
  ],
])('equal names differ by %s', (_case, one, other, expected) => {
  const known = {
    [A]: { name: 'Detector', organization: one },
    [B]: { name: 'Detector', organization: other },
  };
  expect(labels(known)).toEqual(expected);
});
