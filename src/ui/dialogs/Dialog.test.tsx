import { type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from '../renderForTests.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogButtons } from './DialogButtons.tsx';

const dialog = page.getByRole('dialog', { name: 'Stop this tunnel?' });
const opener = page.getByRole('button', { name: 'Open' });

function Opener({ children }: { children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && children(() => setOpen(false))}
    </>
  );
}

test('keeps the focus inside; Escape closes it, and the focus returns to where it was', async () => {
  render(
    <Opener>
      {(close) => (
        <Dialog title="Stop this tunnel?" onClose={close}>
          <DialogButtons action="Stop tunnel" onAction={close} onCancel={close} />
        </Dialog>
      )}
    </Opener>,
  );
  await opener.click();
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.tab();
  await expect.element(dialog.getByRole('button', { name: 'Stop tunnel' })).toHaveFocus();
  // Past the last button the browser's own controls come, never the page behind.
  for (let presses = 0; presses < 3; presses += 1) {
    await userEvent.tab();
    expect(document.activeElement?.textContent).not.toBe('Open');
  }
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('a confirmed action can’t be left or confirmed again until it has ended', async () => {
  const calls: string[] = [];
  const confirmation = (isPending: boolean) => (
    <ConfirmDialog
      title="Stop this tunnel?"
      action="Stop tunnel"
      isPending={isPending}
      error={null}
      onConfirm={() => calls.push('confirm')}
      onClose={() => calls.push('close')}
    >
      <p>Every connection through it closes.</p>
    </ConfirmDialog>
  );
  const show = render(confirmation(false));
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await expect
    .element(dialog.getByRole('button', { name: 'Stop tunnel' }))
    .toHaveAttribute('aria-disabled', 'true');
  show(confirmation(true));
  await userEvent.keyboard('{Enter}{Escape}');
  expect(calls).toEqual(['confirm']);
  show(confirmation(false));
  await expect
    .element(dialog.getByRole('button', { name: 'Cancel' }))
    .toHaveAttribute('aria-disabled', 'false');
  await userEvent.keyboard('{Escape}');
  expect(calls).toEqual(['confirm', 'close']);
});
