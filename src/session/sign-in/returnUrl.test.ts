import { describe, expect, it } from 'vitest';
import { safeReturnUrl } from './returnUrl.ts';

const APP = 'https://portal.example/streams/';

describe('safeReturnUrl', () => {
  it.each([
    ['https://portal.example/streams/tunnels?q=a#b', 'https://portal.example/streams/tunnels?q=a#b'],
    ['https://portal.example/streams/', 'https://portal.example/streams/'],
  ])('keeps what is inside the app: %s', (asked, url) => {
    expect(safeReturnUrl(asked, APP)).toBe(url);
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
  ])('leads to the start page instead: %s', (asked) => {
    expect(safeReturnUrl(asked, APP)).toBe(APP);
  });
});
