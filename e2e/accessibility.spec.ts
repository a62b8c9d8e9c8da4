import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import {
  resetSandbox,
  signedInScreenshots,
  signedOutScreenshots,
} from './fixtures/screenshots/allScreenshots.ts';
import type { Screenshot, ScreenshotContext } from './fixtures/screenshots/screenshot.ts';

// Every page in every state, light and dark, wide and at 320 px, and with text of twice the size: axe finds nothing,
// and nothing overflows to the side (WCAG 2.2 AA; 1.4.4 Resize Text and 1.4.10 Reflow).

/** The default font size of browsers, in px. */
const DEFAULT_FONT_PX = 16;

type Rules = NonNullable<RunOptions['runOnly']>;
const everything: Rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colors: Rules = { type: 'rule', values: ['color-contrast'] };

// Every rule on a wide and on a narrow screen; larger text and other colors change no names.
const VARIANTS = [
  { name: 'wide, light', width: 1280, colorScheme: 'light', textScale: 1, rules: everything },
  { name: 'wide, dark, large text', width: 1280, colorScheme: 'dark', textScale: 2, rules: colors },
  { name: '320 px, dark', width: 320, colorScheme: 'dark', textScale: 1, rules: everything },
] as const;

/**
 * Returns what axe finds on a page, and how far it overflows to the side, one line each. `@axe-core/playwright` opens
 * another page for each run, which is six times as slow.
 */
async function findings(page: Page, runOnly: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document.documentElement, options);
      const lines = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any, all, none }) => {
          const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
          return `${id}: ${html.slice(0, 160)} ${why}`;
        }),
      );
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth
        ? [...lines, `the page is ${scrollWidth - clientWidth} px wider than the window`]
        : lines;
    },
    { runOnly, resultTypes: ['violations'], preload: false } satisfies RunOptions,
  );
}

/** Returns the height of the page once its rows are in place: after a resize they are measured frame by frame. */
function settledHeight(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = document.documentElement;
    const twoFrames = () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    let before = -1;
    while (before !== root.scrollHeight) {
      before = root.scrollHeight;
      await twoFrames();
    }
    return before;
  });
}

/** Checks each screenshot in every variant, and returns all findings. */
async function checkAll(context: ScreenshotContext, screenshots: readonly Screenshot[]): Promise<string[]> {
  const { page } = context;
  const debugging = await page.context().newCDPSession(page);
  const found: string[] = [];
  for (const screenshot of screenshots) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await screenshot.open(context);
    for (const { name, width, colorScheme, textScale, rules } of VARIANTS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      // The whole page in view: on a phone, the bar at the bottom would cover what could be scrolled out from under it.
      await page.setViewportSize({ width, height: (await settledHeight(page)) + 100 });
      // As a user sets it in the browser's settings.
      await debugging.send('Page.setFontSizes', { fontSizes: { standard: textScale * DEFAULT_FONT_PX } });
      for (const line of await findings(page, rules)) found.push(`${screenshot.name} (${name}): ${line}`);
    }
    await resetSandbox(context);
  }
  return found;
}

test('signed out: every state is accessible', async ({ page, app, sandbox }) => {
  expect(await checkAll({ page, url: app.url, sandbox }, signedOutScreenshots)).toEqual([]);
});

for (const [part, screenshots] of Object.entries(signedInScreenshots)) {
  test(`${part}: every state is accessible`, async ({ page, app, sandbox }) => {
    test.slow();
    await openAs(page, app.url);
    expect(await checkAll({ page, url: app.url, sandbox }, screenshots)).toEqual([]);
  });
}

test('reduced motion stops all motion; with forced colors, the selected element keeps an outline', async ({
  page,
  app,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAs(page, app.url);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter(
          ({ animationName, transitionDuration }) => animationName !== 'none' || transitionDuration !== '0s',
        ).length,
  );
  expect(moving).toBe(0);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('button', { name: /^Ended/ }).click();
  const outline = (element: Element) => getComputedStyle(element).outlineStyle;
  const [chosen, other] = [true, false].map((pressed) => page.getByRole('button', { pressed }).first());
  expect(await chosen?.evaluate(outline)).toBe('solid');
  expect(await other?.evaluate(outline)).toBe('none');
});
