// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { type RuntimeConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { isCallback } from './callback.ts';

vi.mock('../../config/appUrl.ts', () => ({ appUrl: () => 'https://portal.example/streams/' }));

const APP = 'https://portal.example/streams/';

it.each([
  ['callback', 'callback?code=c&state=s', true],
  ['callback', 'callback', true],
  ['callback', 'tunnels?code=c&state=s', false],
  ['', '?code=c&state=s', true],
  ['', '?error=access_denied&state=s', true],
  ['', '', false],
  ['', '?state=ACTIVE', false],
  ['', '?code=c', false],
  ['back', 'back?code=c&state=s', true],
])('with the redirect URL "%s", a visit to "%s" is a callback: %j', (redirect, address, expected) => {
  setRuntimeConfig({ redirectUrl: `${APP}${redirect}` } as RuntimeConfig);
  vi.stubGlobal('location', new URL(address, APP));
  expect(isCallback()).toBe(expected);
});
