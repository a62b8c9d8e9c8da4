import { expect, it } from 'vitest';
import { connectionPolicy } from './connectionPolicy.ts';
import { parseConfig, type RuntimeConfig } from './runtimeConfig.ts';

const policyOf = (settings: Record<string, unknown>) =>
  connectionPolicy(parseConfig({ clientId: 'c', ...settings }, 'https://here.example/') as RuntimeConfig);

it.each([
  [
    'Globus and the GCS Managers below its domain',
    {},
    "connect-src 'self' https://auth.globus.org https://transfer.api.globus.org https://*.data.globus.org https://*.gaccess.io",
  ],
  [
    'each origin once, and the GCS Managers that a site lists',
    {
      authUrl: 'https://globus.example/auth',
      transferUrl: 'https://globus.example/transfer',
      gcsManagerUrls: ['https://gcs.site.example:8443'],
    },
    "connect-src 'self' https://globus.example https://gcs.site.example:8443",
  ],
  [
    'a local stand-in for Globus, on any port',
    { authUrl: 'http://localhost:1', transferUrl: 'http://localhost:2', gcsManagerUrls: [] },
    "connect-src 'self' http://localhost:1 http://localhost:2 http://localhost:* http://*.localhost:* http://127.0.0.1:*",
  ],
])('allows %s', (_what, settings, expected) => {
  expect(policyOf(settings)).toBe(expected);
});

it.each([['https://a.example; script-src *'], ['http://gcs.example'], ['https://*'], ["'unsafe-inline'"]])(
  'rejects a GCS Manager at %j and names the setting',
  (address) => {
    expect(parseConfig({ clientId: 'c', gcsManagerUrls: [address] }, 'https://here.example/')).toEqual([
      { field: 'gcsManagerUrls.0', problem: expect.stringMatching(/https/) },
    ]);
  },
);
