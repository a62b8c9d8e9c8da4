import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from '../renderForTests.tsx';
import { SearchField } from './SearchField.tsx';

const field = page.getByRole('searchbox', { name: 'Search' });

test('reports its text once typing pauses', async () => {
  const searches: string[] = [];
  render(<SearchField label="Search" value="" onSearch={(text) => searches.push(text)} />);
  await field.click();
  await userEvent.keyboard('harbor');
  await expect.poll(() => searches.at(-1)).toBe('harbor');
  expect(searches.length).toBeLessThan(6);
});

test('follows a value that changes elsewhere, but not its own older text', async () => {
  const searches: string[] = [];
  const search = (value: string) => (
    <SearchField label="Search" value={value} debounceMs={0} onSearch={(text) => searches.push(text)} />
  );
  const show = render(search(''));
  await field.fill('har');
  await expect.poll(() => searches).toEqual(['har']);
  await field.fill('harbor');
  await expect.poll(() => searches).toEqual(['har', 'harbor']);
  show(search('har'));
  await expect.element(field).toHaveValue('harbor');
  show(search('harbor'));
  show(search('beamline'));
  await expect.element(field).toHaveValue('beamline');
});
