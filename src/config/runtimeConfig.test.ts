import { describe, expect, it } from 'vitest';
import { parseConfig } from './runtimeConfig.ts';

const APP = 'https://portal.example/streams/';
const clientId = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';

describe('readConfig', () => {
  it('needs the client id alone; the rest is Globus as it is', () => {
    expect(parseConfig({ clientId }, APP)).toEqual({
      clientId,
      authUrl: 'https://auth.globus.org',
      transferUrl: 'https://transfer.api.globus.org',
      gcsManagerUrls: ['https://*.data.globus.org'],
      redirectUrl: `${APP}callback`,
      renewal: 'redirect',
      tokenStorage: 'session',
      title: 'Globus Streams',
    });
  });

  it.each(['http://localhost:8401', 'http://auth.localhost:8401', 'http://127.0.0.1:8401'])(
    'takes a stand-in on this machine: %s',
    (authUrl) => {
      expect(parseConfig({ clientId, authUrl, gcsManagerUrls: [authUrl] }, APP)).toMatchObject({ authUrl });
    },
  );

  it('takes a slash at the end of a service address away', () => {
    const config = parseConfig({ clientId, authUrl: 'https://auth.test.example/' }, APP);
    expect(config).toMatchObject({ authUrl: 'https://auth.test.example' });
  });

  it.each([
    ['nothing', {}, 'clientId', /missing/],
    ['an empty client id', { clientId: '' }, 'clientId', /UUID/],
    ['a number', { clientId: 7 }, 'clientId', /UUID/],
    ['an address that no policy can name', { clientId, authUrl: 'http://[::1]:8401' }, 'authUrl', /https/],
    ['a name that only begins alike', { clientId, authUrl: 'http://localhost.example' }, 'authUrl', /https/],
    ['a plain http service', { clientId, authUrl: 'http://auth.example' }, 'authUrl', /https/],
    ['no address', { clientId, transferUrl: 'transfer' }, 'transferUrl', /https/],
    ['a script as support link', { clientId, supportUrl: 'javascript:alert(1)' }, 'supportUrl', /https/],
    ['an empty title', { clientId, title: '' }, 'title', /empty/],
    ['a misspelt field', { clientId, clientID: 'x' }, 'clientID', /not a field/],
  ])('names the field and what is expected: %s', (_name, document, field, expected) => {
    expect(parseConfig(document, APP)).toEqual([{ field, expected: expect.stringMatching(expected) }]);
  });

  it.each([[null], ['text'], [7]])('wants one object: %j', (document) => {
    expect(parseConfig(document, APP)).toEqual([{ field: null, expected: expect.stringMatching(/object/) }]);
  });
});
