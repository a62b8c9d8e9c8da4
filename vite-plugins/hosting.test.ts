import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseConfig, type RuntimeConfig } from '../src/config/runtimeConfig.ts';
import { headerPolicy, metaPolicy } from './contentSecurityPolicy.ts';
import { withIntegrity } from './integrity.ts';
import { replaceText } from './replaceText.ts';

const PAGE = `<script>one()</script><style>a{}</style>
<script type="module" crossorigin src="./assets/boot.js"></script>
<link rel="stylesheet" crossorigin href="./assets/boot.css" />`;

describe('integrity', () => {
  it('is added to every script and style of the build', () => {
    const html = withIntegrity(PAGE, (name) => Buffer.from(name));
    expect(html.match(/integrity="sha384-[\w+/=]{64}"/g)).toHaveLength(2);
    expect(html).toContain('src="./assets/boot.js" integrity=');
    expect(html).toMatch(/href="\.\/assets\/boot\.css" integrity="[^"]+" \/>/);
  });

  it('is added whatever the order of the attributes', () => {
    const html = withIntegrity('<script src="./assets/a.js" crossorigin></script>', () => Buffer.from(''));
    expect(html).toContain('integrity="sha384-');
  });

  it.each([
    ['no file of the build', '<script type="module" crossorigin src="/static/boot.js"></script>', 'no tag'],
    ['a file without crossorigin', '<script src="./assets/boot.js"></script>', 'no crossorigin'],
  ])('fails the build when the page loads %s', (_name, html, message) => {
    expect(() => withIntegrity(html, () => Buffer.from(''))).toThrow(message);
  });
});

describe('the policy', () => {
  it.each([
    ['for the page', metaPolicy],
    ['for the header', (html: string) => headerPolicy(html, '$services')],
  ])('%s has a hash for each inline script and style', (_name, policy) => {
    expect(policy(PAGE)).toMatch(
      /script-src 'self' 'sha256-[\w+/=]{44}'; style-src 'self' 'sha256-[\w+/=]{44}'/,
    );
  });

  it.each([
    ['no inline script', '<style>a{}</style>', 'no inline <script>'],
    ['no inline style', '<script>one()</script>', 'no inline <style>'],
    [
      'a script with attributes',
      `${PAGE}<script nonce="x">two()</script>`,
      'inline <script> with attributes',
    ],
    ['a style with attributes', `${PAGE}<style media="print">b{}</style>`, 'inline <style> with attributes'],
  ])('fails the build when there is %s', (_name, html, message) => {
    expect(() => metaPolicy(html)).toThrow(message);
  });
});

it('fails the build when there is nothing to replace', () => {
  expect(replaceText('a b', 'b', () => 'c', 'b')).toBe('a c');
  expect(() => replaceText('a b', 'x', () => 'c', 'charset')).toThrow('The build has no charset');
});

it.each(['nginx/dashboard.conf.template', 'Containerfile', 'README.md'])(
  'deploy/%s allows the services that config.json names by default',
  async (file) => {
    const config = parseConfig({ clientId: 'c' }, 'https://here.example/') as RuntimeConfig;
    const services = [config.authUrl, config.transferUrl, ...config.gcsManagerUrls].join(' ');
    expect(services).toContain('.gaccess.io');
    expect(await readFile(new URL(`../deploy/${file}`, import.meta.url), 'utf8')).toContain(services);
  },
);

describe('the container', () => {
  const read = (file: string) => readFile(new URL(`../deploy/${file}`, import.meta.url), 'utf8');

  it('writes only to /tmp, so that its file system can be read-only', async () => {
    const conf = await read('nginx/nginx.conf');
    const written = [...conf.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);/gm)].map(([, path]) => path);
    // The pid, and every folder that nginx creates when it starts.
    expect(written).toHaveLength(6);
    for (const path of written) expect(path).toMatch(/^\/tmp\//);
    expect(await read('Containerfile')).toMatch(/> \/tmp\/dashboard\.conf && exec nginx -e stderr /);
    expect(conf).toContain('include /tmp/dashboard.conf;');
  });

  it('is started with a read-only file system and without capabilities', async () => {
    expect(await read('README.md')).toContain(
      'podman run -p 8080:8080 --read-only --tmpfs /tmp --cap-drop all --security-opt no-new-privileges',
    );
  });

  it('and the setup by hand fill in every value of the template', async () => {
    const template = await read('nginx/dashboard.conf.template');
    const values = new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name));
    for (const file of ['Containerfile', 'README.md']) {
      const [, filled = ''] = /envsubst '([^']+)'/.exec(await read(file)) ?? [];
      expect(new Set(filled.split(' ')), file).toEqual(new Set([...values].map((name) => `$${name}`)));
    }
  });
});
