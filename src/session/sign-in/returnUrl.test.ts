import { describe, expect, it } from 'vitest';
import { safeReturnUrl } from './returnUrl.ts';

const APP = 'https://portal.example/streams/';

describe('safeReturnUrl', () => {
  it.each([
    ['https://portal.example/streams/tunnels?q=a#b', 'https://portal.example/streams/tunnels?q=a#b'],
    ['https://portal.example/streams/', 'https://portal.example/streams/'],
  ])('keeps an address inside the app: %s', (requested, url) => {
    expect(safeReturnUrl(requested, APP)).toBe(url);
  });

  it.each([
    ['//evil.example'],
    ['https:evil.example'],
    ['https://evil.example/streams/'],
    ['https://portal.example.evil.example/streams/'],
    ['https://portal.example@evil.example/streams/'],
    ['https://user@portal.example/streams/'],
    ['javascript:alert(1)'],
    ['/elsewhere'],
    ['https://portal.example/streams/../elsewhere'],
    ['\\\\evil.example'],
    ['https://portal.example/streams/callback?code=1'],
    [undefined],
    [7],
  ])('returns the start page for %s', (requested) => {
    expect(safeReturnUrl(requested, APP)).toBe(APP);
  });
});
