import { expect, it } from 'vitest';
import { connectionPolicy } from './connectionPolicy.ts';
import { parseConfig, type RuntimeConfig } from './runtimeConfig.ts';

const policyOf = (document: Record<string, unknown>) =>
  connectionPolicy(parseConfig({ clientId: 'c', ...document }, 'https://here.example/') as RuntimeConfig);

it.each([
  [
    'Globus itself, and the managers it hosts names for',
    {},
    "connect-src 'self' https://auth.globus.org https://transfer.api.globus.org https://*.data.globus.org",
  ],
  [
    'origins only, each once, and the managers a site names',
    {
      authUrl: 'https://globus.example/auth',
      transferUrl: 'https://globus.example/transfer',
      gcsManagerUrls: ['https://gcs.site.example:8443'],
    },
    "connect-src 'self' https://globus.example https://gcs.site.example:8443",
  ],
  [
    'a stand-in on this machine, with whatever ports it has',
    { authUrl: 'http://localhost:1', transferUrl: 'http://localhost:2', gcsManagerUrls: [] },
    "connect-src 'self' http://localhost:1 http://localhost:2 http://localhost:* http://*.localhost:* http://127.0.0.1:*",
  ],
])('allows %s', (_what, document, expected) => {
  expect(policyOf(document)).toBe(expected);
});

it.each([['https://a.example; script-src *'], ['http://gcs.example'], ['https://*'], ["'unsafe-inline'"]])(
  'a GCS Manager at %j is refused with its field named',
  (address) => {
    expect(parseConfig({ clientId: 'c', gcsManagerUrls: [address] }, 'https://here.example/')).toEqual([
      { field: 'gcsManagerUrls.0', expected: expect.stringMatching(/https/) },
    ]);
  },
);
