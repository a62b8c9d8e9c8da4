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
function load(path: string, top = 'page') {
  const page = new DOMParser().parseFromString(html.replace(script, ''), 'text/html');
  const location = new URL(`https://portal.example${path}`);
  const requests: URL[] = [];
  const scope = {
    document: page,
    self: 'page',
    top,
    location,
    history: {
      replaceState: (_state: unknown, _title: string, url: string) => {
        location.href = new URL(url, location).href;
      },
    },
    fetch: (url: string, { mode }: RequestInit) => {
      expect(mode).toBe('same-origin');
      requests.push(new URL(url, location));
      return Promise.resolve(new Response('{}'));
    },
    addEventListener: () => {},
  };
  new Function(...Object.keys(scope), script)(...Object.values(scope));
  const { boot, theme } = page.documentElement.dataset;
  const base = page.querySelector('base')?.getAttribute('href') ?? null;
  return { base, picture: boot, theme, address: location.href, requests: requests.map(String) };
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

it.each([
  ['//elsewhere.example/tunnels', '/elsewhere.example/'],
  ['///elsewhere.example//tunnels?a=//b#//c', '/elsewhere.example/'],
  ['/\\\\elsewhere.example/tunnels', '/elsewhere.example/'],
  ['//tunnels', '/'],
])('the address %s never becomes another host', (path, base) => {
  const { base: found, requests, address } = load(path);
  expect(found).toBe(base);
  expect(requests).toEqual([`https://portal.example${base}config.json`]);
  // The router and the sign-in read the address later.
  expect(new URL(address).pathname).toBe(`${base}tunnels`);
  expect(address.endsWith('tunnels') || address.endsWith('tunnels?a=//b#//c')).toBe(true);
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

  it.each(['/tunnels', '/callback'])('is a link to its own tab when another page frames %s', (path) => {
    setNamespace({ basePath: '/', clientId: 'client' });
    authStorage.write('session', 'x');
    expect(load(path, 'another page').picture).toBe('framed' satisfies BootPicture);
  });

  it('is one of those that the page holds and the code knows', () => {
    const elements: Readonly<Record<BootPicture, string>> = {
      'sign-in': '#sign-in',
      app: '#root',
      'load-failure': '#load-failure',
      framed: '#framed',
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
