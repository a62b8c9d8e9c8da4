import { unknown } from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { request, type Transport } from './http.ts';
import { setSessionForTests } from './sessionForTests.ts';

// What a call reports to the session.

const session = {
  getAccessToken: vi.fn(),
  reportUnauthorized: vi.fn(),
  recordStepUpRequired: vi.fn(),
  recordCallSucceeded: vi.fn(),
};

beforeEach(() => {
  vi.resetAllMocks();
  session.getAccessToken.mockResolvedValueOnce('old').mockResolvedValueOnce('new');
  setSessionForTests(session);
  const config = parseConfig({ clientId: 'c', transferUrl: 'https://t.example' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
});

const get = (transport: Transport) =>
  request({
    service: 'transfer',
    method: 'GET',
    path: '/v2/x',
    query: { a: 1 },
    schema: unknown(),
    transport,
  });

test('a rejected token is reported, and the transport called again with the newer one', async () => {
  session.reportUnauthorized.mockResolvedValue(true);
  const transport = vi.fn(async (_url: string, token: string) =>
    Response.json({}, { status: token === 'new' ? 200 : 401 }),
  );
  await get(transport);
  expect(session.reportUnauthorized.mock.calls).toEqual([['transfer.api.globus.org', 'old']]);
  expect(transport.mock.calls.map(([, token]) => token)).toEqual(['old', 'new']);
});

describe('the step-up history', () => {
  test('records what a call required, by method and URL without the query', async () => {
    const body = { authorization_parameters: { session_required_mfa: true } };
    await expect(get(async () => Response.json(body, { status: 403 }))).rejects.toThrow();
    expect(session.recordStepUpRequired.mock.calls).toEqual([
      [expect.objectContaining({ requiredMfa: true }), 'GET https://t.example/v2/x'],
    ]);
    expect(session.recordCallSucceeded).not.toHaveBeenCalled();
  });

  test('records a call that succeeded', async () => {
    await get(async () => Response.json({}));
    expect(session.recordCallSucceeded.mock.calls).toEqual([['GET https://t.example/v2/x']]);
    expect(session.recordStepUpRequired).not.toHaveBeenCalled();
  });

  test('records nothing for other errors', async () => {
    await expect(get(async () => Response.json({}, { status: 403 }))).rejects.toThrow();
    expect(session.recordCallSucceeded).not.toHaveBeenCalled();
    expect(session.recordStepUpRequired).not.toHaveBeenCalled();
  });
});
