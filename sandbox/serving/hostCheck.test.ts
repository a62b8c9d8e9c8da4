import { get } from 'node:http';
import { expect, test } from 'vitest';
import { sandboxForTests } from '../sandboxForTests.ts';
import { isAllowedHost } from './hostCheck.ts';

const sandbox = sandboxForTests();

test.each([
  ['localhost:8400', 'localhost', true],
  ['auth.localhost', 'localhost', true],
  ['127.0.0.1:8401', 'localhost', true],
  ['[::1]:8401', 'localhost', true],
  ['sandbox:8400', 'sandbox', true],
  ['sandbox:8400', '0.0.0.0', false],
  ['a1b2.data.globus.org', 'localhost', true],
  ['data.globus.org.example', 'localhost', false],
  ['rebound.example:8400', 'localhost', false],
  ['localhost.example', 'localhost', false],
  ['127.0.0.1.example', 'localhost', false],
  ['', 'localhost', false],
  [undefined, 'localhost', false],
])('the host %s, while listening on %s: %s', (header, listenHost, isAllowed) => {
  expect(isAllowedHost(header, listenHost)).toBe(isAllowed);
});

test('no port answers a host name that a web page can point at this machine', async () => {
  const { control, auth, transfer, gcs } = sandbox();
  for (const address of [control, auth, transfer, gcs]) {
    // Not fetch, which sets the header itself.
    const status = await new Promise((resolve, reject) => {
      get(address, { headers: { Host: `rebound.example:${new URL(address).port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(status, address).toBe(421);
  }
});
