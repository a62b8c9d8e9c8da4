import { expect, test, vi } from 'vitest';
import { ApiError, type ApiErrorKind } from './errors.ts';
import type { FieldError } from './fieldErrors.ts';
import type { PageQuery } from './jsonApi.ts';
import { FIRST_PAGE, withAcceptedLimit } from './pageLimit.ts';

const failure = (kind: ApiErrorKind, fieldErrors: FieldError[] = []) =>
  new ApiError({ kind, method: 'GET', path: '/list', detail: 'No.', fieldErrors });

/** A service with a maximum page size; 0: it rejects any limit. Returns the limits that it was asked for. */
function service(max: number, rejection = failure('validation')) {
  const limits: (string | undefined)[] = [];
  const fetchPage = async (query: PageQuery) => {
    const limit = query['page[limit]'];
    limits.push(limit);
    if (limit !== undefined && Number(limit) > max) throw rejection;
    return query;
  };
  return { limits, fetchPage };
}

test.each([
  ['accepts 100', 100, ['100']],
  ['accepts at most 50', 50, ['100', '25']],
  ['accepts at most 10', 10, ['100', '25', undefined]],
  ['accepts no limit', 0, ['100', '25', undefined]],
])('a service that %s: what it accepts is asked for and remembered', async (name, max, asked) => {
  const { limits, fetchPage } = service(max);
  await withAcceptedLimit(name, { ...FIRST_PAGE, 'filter[fulltext]': 'x' }, fetchPage);
  expect(limits).toEqual(asked);
  const page = await withAcceptedLimit(name, { ...FIRST_PAGE, 'filter[fulltext]': 'y' }, fetchPage);
  expect(page).toMatchObject({ 'filter[fulltext]': 'y' });
  expect(limits.slice(asked.length)).toEqual(asked.slice(-1));
});

test('the parameters of a next link stay as the service sent them', async () => {
  const { fetchPage } = service(10);
  await withAcceptedLimit('links', FIRST_PAGE, fetchPage);
  const next = { 'page[limit]': '10', 'page[marker]': 'm' };
  expect(await withAcceptedLimit('links', next, fetchPage)).toEqual(next);
  expect(await withAcceptedLimit('links', { 'page[marker]': 'm' }, fetchPage)).toEqual({
    'page[marker]': 'm',
  });
});

test.each([
  ['another failure', failure('unavailable')],
  ['another field', failure('validation', [{ path: ['query', 'page[marker]'], message: 'Unknown.' }])],
])('%s isn’t about the limit', async (_case, error) => {
  const fetchPage = vi.fn(() => Promise.reject(error));
  await expect(withAcceptedLimit('other', FIRST_PAGE, fetchPage)).rejects.toBe(error);
  expect(fetchPage).toHaveBeenCalledTimes(1);
});

test('a rejection that no limit avoids is reported, and nothing is remembered', async () => {
  const error = failure('validation');
  const fetchPage = vi.fn(() => Promise.reject(error));
  await expect(withAcceptedLimit('always', FIRST_PAGE, fetchPage)).rejects.toBe(error);
  const { limits, fetchPage: accepting } = service(100);
  await withAcceptedLimit('always', FIRST_PAGE, accepting);
  expect(limits).toEqual(['100']);
});
