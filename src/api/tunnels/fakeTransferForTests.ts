import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { setSessionForTests } from '../http/sessionForTests.ts';

/** The base URL of the Transfer service in these tests. */
export const T = 'https://transfer.example';

/** What the service responds with, by method and URL; anything else is 404. Empty before each test. */
export const documents: Record<string, unknown> = {};

/** The calls that the service received. */
export const sent: { call: string; body: unknown }[] = [];

/** Replaces fetch with a Transfer service that knows only {@link documents}. */
export function setUpFakeTransfer(): void {
  beforeEach(() => {
    setSessionForTests();
    const config = parseConfig({ clientId: 'c', transferUrl: T }, 'https://app.example/');
    if (!Array.isArray(config)) setRuntimeConfig(config);
    vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
      const call = `${method} ${decodeURIComponent(url)}`;
      sent.push({ call, body: typeof body === 'string' ? JSON.parse(body) : null });
      const document = documents[call];
      if (document instanceof Response) return document;
      return call in documents ? Response.json(document) : Response.json({}, { status: 404 });
    });
  });
  afterEach(() => {
    for (const call of Object.keys(documents)) delete documents[call];
    sent.length = 0;
    onlineManager.setOnline(true);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

/** Returns a tunnel as the API sends it. */
export const resource = (
  id: string,
  attributes: Record<string, unknown> = {},
  relationships: unknown = undefined,
) => ({
  type: 'Tunnel',
  id,
  attributes: { state: 'ACTIVE', status: 'fine', ...attributes },
  relationships,
});
