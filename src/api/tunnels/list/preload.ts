import { appUrl } from '../../../config/appUrl.ts';
import { runtimeConfig } from '../../../config/runtimeConfig.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { TRANSFER_SERVER } from '../../../session/tokens/tokens.ts';
import { callService } from '../../http/serviceCall.ts';

/** A response that isn't used by then is stale. */
const MAX_AGE_MS = 15_000;

interface Preload {
  url: string;
  token: string;
  startedAtMs: number;
  response: Promise<Response>;
  abort: (reason: unknown) => void;
}

let pending: Preload | null = null;

/** Requests the list of tunnels on the page that shows it, while the code of the app is still loading. */
export function preloadTunnelList(): void {
  const page = location.pathname.slice(new URL(appUrl()).pathname.length);
  const token = currentSession()?.tokens[TRANSFER_SERVER]?.accessToken;
  if (!['', 'tunnels'].includes(page) || token === undefined) return;
  const url = `${runtimeConfig().transferUrl}/v2/tunnels`;
  const controller = new AbortController();
  const response = callService(url, { method: 'GET', token, signal: controller.signal });
  // A failure is handled by the call that takes the response.
  response.catch(() => {});
  pending = {
    url,
    token,
    startedAtMs: performance.now(),
    response,
    abort: (reason) => controller.abort(reason),
  };
}

/** Returns whether the list was requested and no call has taken the response yet. */
export function hasPreload(): boolean {
  return pending !== null;
}

/**
 * Returns the preloaded response to the same call with the same token, once; null for any other call.
 *
 * @param signal of the call that takes the response; it aborts the preload
 */
export function takePreload(url: string, token: string, signal: AbortSignal): Promise<Response> | null {
  const preload = pending;
  if (preload?.url !== url || preload.token !== token) return null;
  pending = null;
  if (performance.now() - preload.startedAtMs > MAX_AGE_MS) return null;
  signal.addEventListener('abort', () => preload.abort(signal.reason));
  return preload.response;
}
