import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from './fixtures/appServer.ts';

// What the build wrote, read without a browser: browsers ignore a missing integrity or policy without a word.

const read = (name: string) => readFileSync(join(buildFolder, name));
const hash = (algorithm: string, content: Buffer | string) =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

for (const page of ['index.html', '404.html']) {
  test(`${page}: every script and style it loads has the integrity of the file`, () => {
    const tags = [
      ...read(page)
        .toString()
        .matchAll(/<(?:script|link)\b[^>]*"\.\/(assets\/[^"]+)"[^>]*>/g),
    ];
    expect(tags.length).toBeGreaterThan(0);
    for (const [tag, name = ''] of tags) {
      expect(tag).toContain(' crossorigin');
      expect(tag).toContain(` integrity="${hash('sha384', read(name))}"`);
    }
  });

  test(`${page}: its policy allows exactly the scripts and styles that stand in it`, () => {
    const html = read(page).toString();
    const [, policy = ''] =
      /<meta http-equiv="Content-Security-Policy" content="([^"]+)" \/>/.exec(html) ?? [];
    for (const tag of ['script', 'style']) {
      const texts = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(
        ([, text = '']) => text,
      );
      const allowed = texts.map((text) => `'${hash('sha256', text)}'`);
      expect(policy).toContain(`${tag}-src ${["'self'", ...allowed].join(' ')};`);
      expect(texts).toHaveLength(1);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
}

test('the app’s own files, which index.html fetches first, exist', () => {
  const [, names = ''] = /<meta name="app-parts" content="([^"]+)"/.exec(read('index.html').toString()) ?? [];
  const files = names.split(' ');
  expect(files.length).toBeGreaterThan(1);
  for (const name of files) expect(existsSync(join(buildFolder, name)), name).toBe(true);
});
