import { expect, it } from 'vitest';
import { stepSearch, wizardUrl } from './wizardUrl.ts';

const read = (search: string) => wizardUrl.read(new URLSearchParams(search));

it.each([
  ['', null],
  ['?step=listener', 'listener'],
  ['?step=review', 'review'],
  ['?step=toString', null],
])('reads the step from %j', (search, step) => {
  expect(read(search).step).toBe(step);
});

it('reads a link’s settings and writes them back', () => {
  const search = '?initiator=a&listener=b&label=Night+run&lifetime=60&restartable=true&step=review';
  const query = new URLSearchParams();
  wizardUrl.write(read(search), query);
  expect(read(`?${query}`)).toEqual(read(search));
});

it('keeps parameters that belong to others', () => {
  expect(stepSearch(new URLSearchParams('?utm_source=guide&initiator=a&step=review'), 'listener')).toBe(
    '?utm_source=guide&step=listener',
  );
});
