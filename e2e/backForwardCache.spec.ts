import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// Playwright switches the back-forward cache off by default.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
});

test('a page from the back-forward cache shows nothing before it knows whether its session ended', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  // The browser calls this before it paints the page again.
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      const isVisible = document.documentElement.checkVisibility();
      sessionStorage.setItem('seen', JSON.stringify({ persisted, isVisible }));
    }),
  );
  await page.goto(`${sandbox.auth}/.well-known/openid-configuration`);
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe(
    '{"persisted":true,"isVisible":false}',
  );
});
