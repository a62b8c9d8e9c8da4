import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorldClock } from '../world/clock.ts';
import type { BufferedResponse } from './bufferedResponse.ts';
import { bufferResponse } from './bufferedResponse.ts';
import { corruptBody } from './corruptBody.ts';
import { failureResponse, replacesResponse } from './failureResponse.ts';
import type { AppliedFailure, FailureRules } from './failureRules.ts';
import type { RequestLog } from './requestLog.ts';
import type { ServiceName } from './serviceName.ts';
import type { ServiceSettings } from './serviceSettings.ts';

interface ServiceListenerOptions {
  service: ServiceName;
  handler: (request: IncomingMessage, response: ServerResponse) => unknown;
  clock: WorldClock;
  failures: FailureRules;
  requestLog: RequestLog;
  settings: ServiceSettings;
  /** Ends every delay when the sandbox closes. */
  closing: AbortSignal;
}

/** Returns a listener that adds the request log, the latency and the failures around the handler of a service. */
export function serviceListener(options: ServiceListenerOptions): RequestListener {
  return (request, response) => {
    logOnClose(options, request, response);
    serve(options, request, response).catch(() => {
      // The sandbox is closing or the client has disconnected, so no response can be sent.
      request.socket.destroy();
    });
  };
}

function logOnClose(
  { service, requestLog, clock }: ServiceListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const time = new Date(clock.now()).toISOString();
  response.once('close', () => {
    requestLog.add({
      service,
      method: request.method ?? 'GET',
      path: url.pathname,
      query: service === 'auth' ? '' : url.search,
      status: response.writableFinished ? response.statusCode : null,
      origin: request.headers.origin ?? null,
      time,
      requestId: response.getHeader('x-request-id')?.toString() ?? null,
    });
  });
}

async function serve(
  options: ServiceListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { service, handler, failures, closing } = options;
  const [method = 'GET', path = '/'] = [request.method, request.url];
  const failure = failures.consume({ service, method, path });
  // Only the API of Auth has the latency, not its pages.
  const isPage = service === 'auth' && (request.headers.accept ?? '').includes('text/html');
  await pause(isPage ? 0 : options.settings.latencyMs, closing);
  if (!failure) return void (await handler(request, response));
  if (failure.disconnect === 'before') {
    await pause(failure.delayMs ?? 0, closing);
    request.socket.destroy();
    return;
  }
  const buffered = await responseWithFailure(options, failure, request, response);
  await pause(failure.delayMs ?? 0, closing);
  if (failure.heldUntil) await Promise.race([failure.heldUntil, rejectOnAbort(closing)]);
  send(failure, buffered, request, response);
}

async function responseWithFailure(
  { service, handler, settings }: ServiceListenerOptions,
  failure: AppliedFailure,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<BufferedResponse> {
  const replaces = replacesResponse(failure);
  let buffered: BufferedResponse = { status: 500, body: Buffer.alloc(0) };
  if (!replaces || failure.executed) {
    // The handler executes the request; its response is held back so that it can be changed.
    const { complete, release } = bufferResponse(response);
    handler(request, response);
    buffered = await complete;
    release();
  }
  if (!replaces) {
    for (const [name, value] of Object.entries(failure.headers ?? {})) response.setHeader(name, value);
    const { corrupt, random } = failure;
    return corrupt === undefined
      ? buffered
      : { ...buffered, body: corruptBody(buffered.body, corrupt, random) };
  }
  const [method = 'GET', path = '/'] = [request.method, request.url];
  const { origin } = request.headers;
  const replacement = await failureResponse(failure, { service, path, origin, method }, settings);
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of replacement.headers) response.setHeader(name, value);
  return { status: replacement.status, body: Buffer.from(await replacement.arrayBuffer()) };
}

function send(
  { disconnect, truncate, cors }: AppliedFailure,
  { status, body }: BufferedResponse,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (disconnect === 'after') return void request.socket.destroy();
  if (cors === false) {
    for (const name of response.getHeaderNames()) {
      if (name.startsWith('access-control-')) response.removeHeader(name);
    }
  }
  const half = body.subarray(0, Math.ceil(body.length / 2));
  const sentBody = truncate ? half : body;
  response.removeHeader('transfer-encoding');
  if (status !== 204 && status !== 304) response.setHeader('content-length', sentBody.length);
  response.writeHead(status);
  if (disconnect === 'during') {
    response.write(half, () => request.socket.destroy());
    return;
  }
  response.end(request.method === 'HEAD' ? undefined : sentBody);
}

/** Rejects when the sandbox closes. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await wait(milliseconds, undefined, { signal });
}
