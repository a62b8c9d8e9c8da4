import { appUrl } from '../../../config/appUrl.ts';
import { runtimeConfig } from '../../../config/runtimeConfig.ts';
import { currentSession } from '../../../session/sessionStore.ts';
import { TRANSFER_SERVER } from '../../../session/tokens/tokens.ts';
import { callService } from '../../http/serviceCall.ts';

/** What nobody asked for by then is stale. */
const GOOD_FOR_MS = 15_000;

interface HeadStart {
  address: string;
  token: string;
  startedAtMs: number;
  response: Promise<Response>;
  giveUp: (reason: unknown) => void;
}

let headStart: HeadStart | null = null;

/**
 * On the page that shows the list of tunnels, asks for it while the app's code is still on its way. Whoever asks
 * for the same with the same token gets this answer.
 */
export function preloadTunnelList(): void {
  const page = location.pathname.slice(new URL(appUrl()).pathname.length);
  const token = currentSession()?.tokens[TRANSFER_SERVER]?.accessToken;
  if (!['', 'tunnels'].includes(page) || token === undefined) return;
  const address = `${runtimeConfig().transferUrl}/v2/tunnels`;
  const controller = new AbortController();
  const response = callService(address, { method: 'GET', token, signal: controller.signal });
  // A failure is the matter of whoever takes it.
  response.catch(() => {});
  const giveUp = (reason: unknown) => controller.abort(reason);
  headStart = { address, token, startedAtMs: performance.now(), response, giveUp };
}

/** Whether a call is on its way that nobody has taken. */
export function hasPreload(): boolean {
  return headStart !== null;
}

/**
 * The answer of a call that has a head start, once; null for every other call.
 *
 * @param signal the caller's: it ends this call as it would end the caller's own
 */
export function takePreload(
  method: string,
  address: string,
  token: string,
  signal: AbortSignal,
): Promise<Response> | null {
  const taken = headStart;
  if (method !== 'GET' || taken?.address !== address || taken.token !== token) return null;
  headStart = null;
  if (performance.now() - taken.startedAtMs > GOOD_FOR_MS) return null;
  signal.addEventListener('abort', () => taken.giveUp(signal.reason));
  return taken.response;
}
