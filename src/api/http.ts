// Every call of a service: it carries its token, and every failure becomes an ApiError.

import { type BaseIssue, type GenericSchema, getDotPath, type InferOutput, safeParse } from 'valibot';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { accessToken, reportUnauthorized } from '../session/session.ts';
import { AUTH_SERVER, TRANSFER_SERVER } from '../session/tokens.ts';
import { readRequestId } from './errorDocument.ts';
import { ApiError, type ApiErrorKind, classify } from './errors.ts';
import { takeHeadStart } from './headStart.ts';
import { openRequest } from './requestLog.ts';
import { callService } from './serviceCall.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** Globus' two common services, or one endpoint's own GCS Manager. */
type Service = 'transfer' | 'auth' | { gcsUrl: string; endpointId: string };

/** Query parameters; undefined ones are left out. */
type Query = Record<string, string | number | boolean | undefined>;

/** One call of a Globus service. */
export interface ApiRequest<TSchema extends GenericSchema> {
  service: Service;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the service's base, with a slash at its start; ids in it are encoded by the caller. */
  path: string;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** What a good answer looks like. */
  schema: TSchema;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** A good answer. */
export interface ApiAnswer<T> {
  data: T;
  /** The document as it came, for those who want to see it. */
  text: string;
  requestId: string | null;
}

/**
 * Calls a Globus service. A token that is refused (401 that demands nothing else) is reported to the session
 * once; when the session has a newer one by then, the call is repeated once.
 *
 * @throws ApiError for every answer that is not 2xx or not what the schema describes, and for no answer at all
 * @throws SessionEndedError when there is no token to send
 * @throws the signal's own reason (AbortError) when the caller gave up
 */
export async function request<TSchema extends GenericSchema>(
  call: ApiRequest<TSchema>,
): Promise<ApiAnswer<InferOutput<TSchema>>> {
  const { resourceServer } = serverOf(call.service);
  const token = await accessToken(resourceServer);
  try {
    return await attempt(call, token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'unauthorized') throw error;
    if (!(await reportUnauthorized(resourceServer, token))) throw error;
  }
  return attempt(call, await accessToken(resourceServer));
}

async function attempt<TSchema extends GenericSchema>(
  call: ApiRequest<TSchema>,
  token: string,
): Promise<ApiAnswer<InferOutput<TSchema>>> {
  const { method, path } = call;
  const close = openRequest({ service: serviceName(call.service), method, path });
  const { response, text } = await send(call, token).catch((error: unknown) => {
    close({ status: null, failure: error instanceof ApiError ? error.kind : 'cancelled', requestId: null });
    throw error;
  });
  const document = parseJson(text);
  const requestId = readRequestId(document);
  close({ status: response.status, failure: null, requestId });
  if (!response.ok) {
    throw classify({
      method,
      path,
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      body: document ?? null,
    });
  }
  const read = safeParse(call.schema, document);
  if (read.success) return { data: read.output, text, requestId };
  throw new ApiError({
    kind: 'malformed',
    detail: document === undefined ? 'The answer was not JSON.' : misfit(read.issues[0]),
    status: response.status,
    requestId,
    method,
    path,
  });
}

/** Which part was wrong and what it should have been, but never what it was. */
function misfit(issue: BaseIssue<unknown>): string {
  const place = getDotPath(issue) ?? 'the document';
  const wrong = issue.received === 'undefined' ? 'is missing' : `should be ${issue.expected ?? 'valid'}`;
  return `The answer has another form than expected: ${place} ${wrong}.`;
}

async function send(
  call: ApiRequest<GenericSchema>,
  token: string,
): Promise<{ response: Response; text: string }> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), call.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const address = addressOf(call);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout.signal]) : timeout.signal;
    const response = await (takeHeadStart(call.method, address, token, signal) ??
      callService(address, { method: call.method, token, body: call.body, signal }));
    const text = await response.text();
    // A server that repeats the token must not bring it onto a page.
    return { response, text: text.replaceAll(token, '[token]') };
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw timeout.signal.aborted
      ? unanswered(call, 'timeout', 'The service did not answer in time.')
      : unanswered(call, 'network', 'The service could not be reached, or the connection was cut.');
  } finally {
    clearTimeout(timer);
  }
}

function unanswered(
  { method, path }: ApiRequest<GenericSchema>,
  kind: ApiErrorKind,
  detail: string,
): ApiError {
  return new ApiError({ kind, detail, method, path });
}

function addressOf({ service, path, query = {} }: ApiRequest<GenericSchema>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) parameters.set(name, String(value));
  const address = `${serverOf(service).baseUrl}${path}`;
  return parameters.size === 0 ? address : `${address}?${parameters}`;
}

function serverOf(service: Service): { baseUrl: string; resourceServer: string } {
  if (service === 'transfer')
    return { baseUrl: runtimeConfig().transferUrl, resourceServer: TRANSFER_SERVER };
  if (service === 'auth') return { baseUrl: runtimeConfig().authUrl, resourceServer: AUTH_SERVER };
  return { baseUrl: service.gcsUrl, resourceServer: service.endpointId };
}

/** What the log calls a service. */
function serviceName(service: Service): string {
  return typeof service === 'string' ? service : new URL(service.gcsUrl).host;
}

/** The document, or undefined when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
