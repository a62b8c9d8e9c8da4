// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { namespacedByPath, setNamespace } from '../browser/namespace.ts';
import { authStorage } from '../browser/storage.ts';
import { setTheme } from '../ui/theme/theme.ts';
import type { BootPicture } from './bootPicture.ts';
import { routePaths } from './routePaths.ts';

// The script in index.html can't import anything, so it repeats names. This runs it against the code that owns them.

const html = readFileSync('index.html', 'utf8');
const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];

/** Runs the script at an address, with what the browser has stored, and returns what it did to the page. */
function load(path: string): { base: string | null; picture: string | undefined; theme: string | undefined } {
  const page = new DOMParser().parseFromString(html.replace(script, ''), 'text/html');
  const scope = {
    document: page,
    location: new URL(path, 'https://portal.example'),
    fetch: () => Promise.resolve(new Response('{}')),
    addEventListener: () => {},
  };
  new Function(...Object.keys(scope), script)(...Object.values(scope));
  const { boot, theme } = page.documentElement.dataset;
  return { base: page.querySelector('base')?.getAttribute('href') ?? null, picture: boot, theme };
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const ROUTES = Object.entries(routePaths).map(([name, route]): [string, string] => {
  if (typeof route === 'string') return [name, route];
  const build = route as (...parts: unknown[]) => string;
  return [
    name,
    build(
      name === 'find' ? ['id'] : name.endsWith('Prefilled') || name === 'duplicateTunnel' ? {} : 'id',
      'id',
    ),
  ];
});

const SEGMENTS = new Set(
  ROUTES.map(([, route]) => new URL(route, 'https://portal.example').pathname.split('/')[1]),
);

describe.each([['/'], ['/streams/'], ['/a/b/']])('served at %s, finds it from', (base) => {
  it.each([...ROUTES, ['start', '/'], ['callback', '/callback?code=c']])('the route %s', (_name, route) => {
    expect(load(base + route.slice(1)).base).toBe(base);
  });

  it.each([...SEGMENTS])('any address below /%s/', (segment) => {
    expect(load(`${base}${segment}/x/y`).base).toBe(base);
  });
});

describe('the first picture', () => {
  const SIGN_IN: BootPicture = 'sign-in';
  const APP: BootPicture = 'app';

  it('is the sign-in page without a session, and the app on the way back from Globus', () => {
    expect(load('/streams/tunnels').picture).toBe(SIGN_IN);
    expect(load('/streams/callback').picture).toBe(APP);
  });

  it.each([['session'], ['was-signed-in']])('is the app where this tab has stored “%s”', (name) => {
    setNamespace({ basePath: '/streams/', clientId: 'client' });
    authStorage.write(name, 'x');
    expect(load('/streams/tunnels').picture).toBe(APP);
    expect(load('/elsewhere/tunnels').picture).toBe(SIGN_IN);
  });

  it('is one of those that the page holds and the code knows', () => {
    const elements: Readonly<Record<BootPicture, string>> = {
      'sign-in': '#sign-in',
      app: '#root',
      'load-failure': '#load-failure',
    };
    const written = [...html.matchAll(/(?:dataset\.boot = |data-boot=)['"]([\w-]+)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(written)).toEqual(new Set(Object.keys(elements)));
    const page = new DOMParser().parseFromString(html, 'text/html');
    const css = readFileSync('src/features/sign-in/signInPage.css', 'utf8');
    for (const [picture, element] of Object.entries(elements)) {
      expect(page.querySelector(element)).not.toBeNull();
      expect(css).toContain(`:root:not([data-boot="${picture}"]) ${element}`);
    }
  });
});

it('applies the theme that the app stored', () => {
  vi.spyOn(document, 'baseURI', 'get').mockReturnValue('https://portal.example/streams/');
  setTheme('dark');
  expect(localStorage.getItem(namespacedByPath('/streams/', 'theme'))).toBe('dark');
  expect(load('/streams/tunnels').theme).toBe('dark');
  expect(load('/elsewhere/tunnels').theme).toBe('system');
});
