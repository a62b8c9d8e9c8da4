import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from '../renderForTests.tsx';
import { Notice } from './Notice.tsx';

test('a problem is an alert with its title, actions and request ID', async () => {
  render(
    <Notice
      tone="problem"
      title="Couldn’t stop the tunnel"
      requestId="req-42"
      actions={<a href="/help">Get help</a>}
    >
      <p>Globus didn’t respond.</p>
    </Notice>,
  );
  const notice = page.getByRole('alert');
  await expect.element(notice.getByRole('heading', { name: 'Couldn’t stop the tunnel' })).toBeVisible();
  await expect.element(notice.getByRole('link', { name: 'Get help' })).toBeVisible();
  await expect.element(notice).toHaveTextContent('Request ID req-42');
  expect(notice.getByRole('button', { name: 'Dismiss' }).query()).toBeNull();
});

test('other notices are announced politely, and can be dismissed', async () => {
  let dismissals = 0;
  render(
    <Notice tone="success" onDismiss={() => (dismissals += 1)}>
      <p>Tunnel renamed.</p>
    </Notice>,
  );
  await expect.element(page.getByRole('status')).toHaveTextContent('Tunnel renamed.');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(dismissals).toBe(1);
});

test('a notice with a title is as high as its content', async () => {
  render(
    <Notice tone="problem" title="You don’t have permission" requestId="req-42">
      <p>Ask the site administrators.</p>
    </Notice>,
  );
  const notice = page.getByRole('alert');
  await expect.element(notice).toBeVisible();
  const bottomOf = (text: string) => notice.getByText(text).element().getBoundingClientRect().bottom;
  const requestIdTop = notice.getByText('req-42').element().getBoundingClientRect().top;
  expect(requestIdTop - bottomOf('Ask the site administrators.')).toBeLessThan(40);
});
