import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from '../renderForTests.tsx';
import { Menu } from './Menu.tsx';
import { MenuItem } from './MenuItem.tsx';

const item = (name: string) => page.getByRole('menuitem', { name });
const trigger = page.getByRole('button', { name: 'More' });

function renderMenu() {
  const chosen: string[] = [];
  render(
    <>
      <Menu label="More" caption="3 matching tunnels">
        <MenuItem onSelect={() => chosen.push('copy')}>Copy</MenuItem>
        <MenuItem to="/elsewhere">Go elsewhere</MenuItem>
        <MenuItem onSelect={() => chosen.push('delete')}>Delete</MenuItem>
      </Menu>
      <button type="button">Next</button>
    </>,
  );
  return chosen;
}

test('opens at its first item, and the arrow keys, Home and End move through the items', async () => {
  renderMenu();
  await trigger.click();
  await expect.element(page.getByRole('menu', { name: '3 matching tunnels' })).toBeVisible();
  await expect.element(item('Copy')).toHaveFocus();
  for (const [key, focused] of [
    ['ArrowDown', 'Go elsewhere'],
    ['End', 'Delete'],
    ['ArrowDown', 'Copy'],
    ['ArrowUp', 'Delete'],
    ['Home', 'Copy'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`);
    await expect.element(item(focused)).toHaveFocus();
  }
});

test('ArrowDown opens it; Escape closes it, and the focus returns to its button', async () => {
  renderMenu();
  await expect.element(trigger).toBeVisible();
  // Not by Tab, which would go to the page around the test as long as nothing in the test has the focus.
  (trigger.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(item('Copy')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(item('Copy')).not.toBeInTheDocument();
  await expect.element(trigger).toHaveFocus();
});

test('Tab closes it and moves past its button', async () => {
  renderMenu();
  await trigger.click();
  await expect.element(item('Copy')).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Next' })).toHaveFocus();
  await expect.element(item('Copy')).not.toBeInTheDocument();
});

test('choosing an item closes the menu, then acts', async () => {
  const chosen = renderMenu();
  await trigger.click();
  await expect.element(item('Copy')).toHaveFocus();
  await userEvent.keyboard('{End}{Enter}');
  await expect.element(trigger).toHaveFocus();
  await expect.element(item('Delete')).not.toBeInTheDocument();
  expect(chosen).toEqual(['delete']);
});
