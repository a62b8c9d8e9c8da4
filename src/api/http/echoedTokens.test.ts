import { number, object } from 'valibot';
import { expect, test } from 'vitest';
import { configureForTests } from '../../session/sessionsForTests.ts';
import type { ApiError } from './errors.ts';
import { request } from './http.ts';
import { clearRequestLog, requestLog } from './requestLog.ts';
import { setSessionForTests } from './sessionForTests.ts';

// A service that echoes tokens must not bring them onto a page, into the request log or into a support bundle.

const SENT = 'token-of-transfer.api.globus.org';
const OTHERS = ['token-before-the-renewal', 'refresh-token-of-a-person'];

test.each([
  ['as they are', (token: string) => token],
  ['for JSON', (token: string) => token.replaceAll('-', '\\u002d')],
  ['for a URL', (token: string) => token.replaceAll('-', '%2D')],
  ['as Base64', (token: string) => btoa(`client:${token}`)],
])('no token of the session stays in documents, errors and the log, encoded %s', async (_how, encode) => {
  configureForTests();
  clearRequestLog();
  setSessionForTests({ getAccessToken: async () => SENT, knownTokens: () => OTHERS });
  const tokens = [SENT, ...OTHERS];
  const echo = tokens.map(encode).join(' ');
  const body = `{"value":1,"code":"${echo}","message":"${echo}","request_id":"${echo}","more":["${echo}"]}`;
  const get = (status: number) =>
    request({
      service: 'transfer',
      method: 'GET',
      path: '/v2/x',
      schema: object({ value: number() }),
      transport: async () => new Response(body, { status }),
    });
  const { text, requestId } = await get(200);
  const error: ApiError = await get(403).then(
    () => expect.fail('403 is an error'),
    (reason) => reason,
  );
  const shown = [text, requestId, error.code, error.detail, error.message, error.requestId];
  expect(shown.map((part) => part?.match(/\[token\]/g)?.length)).toEqual([12, 3, 3, 3, 3, 3]);
  expect(requestLog().map((entry) => entry.requestId)).toEqual([requestId, requestId]);
  const everything = JSON.stringify([shown, { ...error }, error.stack, requestLog()]);
  for (const token of tokens) {
    expect(everything).not.toContain(token);
    // Without the end, which the Base64 of the whole token doesn't share with it.
    expect(everything).not.toContain(JSON.stringify(encode(token)).slice(1, -5));
  }
});
