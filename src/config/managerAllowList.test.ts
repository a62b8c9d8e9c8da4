import { expect, test } from 'vitest';
import { isManagerAllowed } from './managerAllowList.ts';
import { parseConfig, type RuntimeConfig } from './runtimeConfig.ts';

const configOf = (settings: object) =>
  parseConfig({ clientId: 'c', ...settings }, 'https://app.example/') as RuntimeConfig;

test.each([
  ['https://abc.data.globus.org', {}, true],
  ['https://abc.1234.gaccess.io', {}, true],
  ['https://data.globus.org', {}, false],
  ['https://evil-data.globus.org', {}, false],
  ['https://abc.data.globus.org.evil.example', {}, false],
  ['https://abc.data.globus.org:8443', {}, false],
  ['https://gcs.site.example', {}, false],
  ['https://gcs.site.example', { gcsManagerUrls: ['https://gcs.site.example'] }, true],
  ['https://gcs.site.example:8443/x', { gcsManagerUrls: ['https://gcs.site.example:8443'] }, true],
  ['http://localhost:8403/e', { gcsManagerUrls: ['http://localhost:8403'] }, true],
  ['http://localhost:8499/e', { transferUrl: 'http://localhost:8402' }, true],
  ['http://localhost:8499/e', {}, false],
])('the GCS Manager at %s with %o is allowed: %s', (address, settings, isAllowed) => {
  expect(isManagerAllowed(address, configOf(settings))).toBe(isAllowed);
});
