import { describe, expect, it } from 'vitest';
import { parseConfig } from './runtimeConfig.ts';

const APP = 'https://portal.example/streams/';
const clientId = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';

describe('parseConfig', () => {
  it('needs only the client ID; the defaults are production Globus', () => {
    expect(parseConfig({ clientId }, APP)).toEqual({
      clientId,
      authUrl: 'https://auth.globus.org',
      transferUrl: 'https://transfer.api.globus.org',
      gcsManagerUrls: ['https://*.data.globus.org', 'https://*.gaccess.io'],
      redirectUrl: `${APP}callback`,
      renewal: 'redirect',
      tokenStorage: 'session',
      title: 'Globus Streams',
    });
  });

  it.each(['http://localhost:8401', 'http://auth.localhost:8401', 'http://127.0.0.1:8401'])(
    'accepts a local stand-in for Globus: %s',
    (authUrl) => {
      expect(parseConfig({ clientId, authUrl, gcsManagerUrls: [authUrl] }, APP)).toMatchObject({ authUrl });
    },
  );

  it('removes the trailing slash of a service URL', () => {
    const config = parseConfig({ clientId, authUrl: 'https://auth.test.example/' }, APP);
    expect(config).toMatchObject({ authUrl: 'https://auth.test.example' });
  });

  it.each([
    ['no client ID', {}, 'clientId', /required/],
    ['an empty client ID', { clientId: '' }, 'clientId', /UUID/],
    ['a number as client ID', { clientId: 7 }, 'clientId', /UUID/],
    ['an address that no policy can contain', { clientId, authUrl: 'http://[::1]:8401' }, 'authUrl', /https/],
    [
      'a host name that only starts with localhost',
      { clientId, authUrl: 'http://localhost.example' },
      'authUrl',
      /https/,
    ],
    ['a plain http service', { clientId, authUrl: 'http://auth.example' }, 'authUrl', /https/],
    ['a URL without a scheme', { clientId, transferUrl: 'transfer' }, 'transferUrl', /https/],
    ['a script as support link', { clientId, supportUrl: 'javascript:alert(1)' }, 'supportUrl', /https/],
    ['an idle time of zero', { clientId, idleMinutes: 0 }, 'idleMinutes', /between/],
    ['a text as longest session', { clientId, maxSessionHours: '8' }, 'maxSessionHours', /number/],
    ['an empty title', { clientId, title: '' }, 'title', /empty/],
    ['a misspelled setting', { clientId, clientID: 'x' }, 'clientID', /recognized setting/],
  ])('names the setting and the problem: %s', (_name, document, field, problem) => {
    expect(parseConfig(document, APP)).toEqual([{ field, problem: expect.stringMatching(problem) }]);
  });

  it.each([[null], ['text'], [7]])('requires one object: %j', (document) => {
    expect(parseConfig(document, APP)).toEqual([{ field: null, problem: expect.stringMatching(/object/) }]);
  });
});
