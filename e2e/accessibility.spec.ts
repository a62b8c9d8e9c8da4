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

// Every page in every state, light and dark, wide and at 320 px, and with letters of twice the size: axe finds
// nothing, and nothing sticks out at the side (WCAG 2.2 AA; 1.4.4 Resize Text and 1.4.10 Reflow).

/** The letters' size that browsers begin with, in px. */
const USUAL_PX = 16;

type Rules = NonNullable<RunOptions['runOnly']>;
const everything: Rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours: Rules = { type: 'rule', values: ['color-contrast'] };

// Every rule on a wide and on a narrow screen; larger letters and the other colours change no names.
const LOOKS = [
  { name: 'wide, light', width: 1280, colorScheme: 'light', letters: 1, rules: everything },
  { name: 'wide, dark, large letters', width: 1280, colorScheme: 'dark', letters: 2, rules: colours },
  { name: '320 px, dark', width: 320, colorScheme: 'dark', letters: 1, rules: everything },
] as const;

/**
 * What axe finds on a page as it stands, and what sticks out at its side, one line each. Not by way of
 * `@axe-core/playwright`, which opens another page for each look: six times as slow.
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

/** How tall the page is when its rows, which are measured frame after frame once the window changed, are in place. */
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

/** Looks at each picture in every look, and tells everything that is wrong at once. */
async function lookAt(stage: ScreenshotContext, pictures: readonly Screenshot[]): Promise<string[]> {
  const { page } = stage;
  const debugging = await page.context().newCDPSession(page);
  const found: string[] = [];
  for (const picture of pictures) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await picture.open(stage);
    for (const { name, width, colorScheme, letters, rules } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      // All of it in sight: what lies under the bar at the foot of a phone could be scrolled out from there.
      await page.setViewportSize({ width, height: (await settledHeight(page)) + 100 });
      // What a person sets in the browser's settings.
      await debugging.send('Page.setFontSizes', { fontSizes: { standard: letters * USUAL_PX } });
      for (const line of await findings(page, rules)) found.push(`${picture.name} (${name}): ${line}`);
    }
    await resetSandbox(stage);
  }
  return found;
}

test('nobody is signed in: every state is accessible', async ({ page, app, sandbox }) => {
  expect(await lookAt({ page, url: app.url, sandbox }, signedOutScreenshots)).toEqual([]);
});

for (const [part, pictures] of Object.entries(signedInScreenshots)) {
  test(`${part}: every state is accessible`, async ({ page, app, sandbox }) => {
    test.slow();
    await openAs(page, app.url);
    expect(await lookAt({ page, url: app.url, sandbox }, pictures)).toEqual([]);
  });
}

test('less motion is no motion; without colours, what is chosen keeps a mark', async ({ page, app }) => {
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
  const outline = (element: Element) => getComputedStyle(element).outlineStyle;
  const [chosen, other] = [true, false].map((pressed) => page.getByRole('button', { pressed }).first());
  expect(await chosen?.evaluate(outline)).toBe('solid');
  expect(await other?.evaluate(outline)).toBe('none');
});
