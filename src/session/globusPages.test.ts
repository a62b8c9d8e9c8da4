// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { parseConfig, type RuntimeConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { globusPageUrl } from './globusPages.ts';

it.each(['identities', 'consents'] as const)('the page %s knows the client and the way back', (page) => {
  document.head.innerHTML = '<base href="https://portal.example/streams/">';
  const config = { clientId: 'c-1', title: 'Streams & more' };
  setRuntimeConfig(parseConfig(config, 'https://portal.example/streams/') as RuntimeConfig);
  const url = new URL(globusPageUrl(page));
  expect(url.origin + url.pathname).toBe(`https://auth.globus.org/v2/web/${page}`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'c-1',
    redirect_uri: 'https://portal.example/streams/',
    redirect_name: 'Streams & more',
  });
});
