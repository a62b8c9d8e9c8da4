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

interface Front {
  service: ServiceName;
  handler: (request: IncomingMessage, response: ServerResponse) => unknown;
  clock: WorldClock;
  failures: FailureRules;
  requestLog: RequestLog;
  settings: ServiceSettings;
  /** Ends every wait when the sandbox closes. */
  closing: AbortSignal;
}

/** What every call to a service passes first: the log, the latency and the failures that were asked for. */
export function serviceListener(front: Front): RequestListener {
  return (request, response) => {
    logWhenOver(front, request, response);
    serve(front, request, response).catch(() => {
      // The sandbox is closing, or the caller is gone: there is nobody to tell.
      request.socket.destroy();
    });
  };
}

function logWhenOver(
  { service, requestLog, clock }: Front,
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

async function serve(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { service, handler, failures, closing } = front;
  const [method = 'GET', path = '/'] = [request.method, request.url];
  const failure = failures.consume({ service, method, path });
  // Auth's pages are for a person to look at; only its API is as slow as the others.
  const isPage = service === 'auth' && (request.headers.accept ?? '').includes('text/html');
  await pause(isPage ? 0 : front.settings.latencyMs, closing);
  if (!failure) return void (await handler(request, response));
  if (failure.disconnect === 'before') {
    await pause(failure.delayMs ?? 0, closing);
    request.socket.destroy();
    return;
  }
  const answer = await answerOf(front, failure, request, response);
  await pause(failure.delayMs ?? 0, closing);
  send(failure, answer, request, response);
}

async function answerOf(
  { service, handler, settings }: Front,
  failure: AppliedFailure,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<BufferedResponse> {
  const replaces = replacesResponse(failure);
  let answer: BufferedResponse = { status: 500, body: Buffer.alloc(0) };
  if (!replaces || failure.executed) {
    // The real answer waits while it is corrupted: what was asked for has been done by then.
    const { complete, release } = bufferResponse(response);
    handler(request, response);
    answer = await complete;
    release();
  }
  if (!replaces) {
    for (const [name, value] of Object.entries(failure.headers ?? {})) response.setHeader(name, value);
    const { corrupt, random } = failure;
    return corrupt === undefined ? answer : { ...answer, body: corruptBody(answer.body, corrupt, random) };
  }
  const [method = 'GET', path = '/'] = [request.method, request.url];
  const { origin } = request.headers;
  const made = await failureResponse(failure, { service, path, origin, method }, settings);
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of made.headers) response.setHeader(name, value);
  return { status: made.status, body: Buffer.from(await made.arrayBuffer()) };
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
  const content = truncate ? half : body;
  response.removeHeader('transfer-encoding');
  if (status !== 204 && status !== 304) response.setHeader('content-length', content.length);
  response.writeHead(status);
  if (disconnect === 'during') {
    response.write(half, () => request.socket.destroy());
    return;
  }
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await wait(milliseconds, undefined, { signal });
}
