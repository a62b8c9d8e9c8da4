// Every call of a service: it carries its token, and every failure becomes an ApiError.

import { type BaseIssue, type GenericSchema, getDotPath, type InferOutput, safeParse } from 'valibot';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { getAccessToken, reportUnauthorized } from '../../session/session.ts';
import { recordCallSucceeded, recordStepUpRequired } from '../../session/sign-in/stepUpHistory.ts';
import { AUTH_SERVER, TRANSFER_SERVER } from '../../session/tokens/tokens.ts';
import { takePreload } from '../tunnels/list/preload.ts';
import { extractRequestId } from './errorDocument.ts';
import { ApiError, type ApiErrorKind, classifyError } from './errors.ts';
import { parseBody } from './parseBody.ts';
import { startLogEntry } from './requestLog.ts';
import { callService } from './serviceCall.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** Globus' two common services, or one endpoint's own GCS Manager. */
type Service = 'transfer' | 'auth' | { gcsUrl: string; endpointId: string };

/** Query parameters; undefined ones are left out. */
type Query = Record<string, string | number | boolean | undefined>;

/** One call of a Globus service. */
export interface ApiCall {
  service: Service;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the service's base, with a slash at its start; ids in it are encoded by the caller. */
  path: string;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Asks for it elsewhere than on the page's main thread. */
  transport?: (address: string, token: string, signal: AbortSignal) => Promise<Response>;
}

/** A call whose answer is read at once. */
export interface ApiRequest<TSchema extends GenericSchema> extends ApiCall {
  /** What a good answer looks like. */
  schema: TSchema;
}

/** An answer that nobody has read yet. */
export interface RawResponse {
  status: number;
  bytes: ArrayBuffer;
  /** The token of the call: a server that repeats it must not bring it onto a page. */
  token: string;
  /** Whoever has read the answer says what the log wants to know. */
  logResponse: (requestId: string | null) => void;
}

/** A good answer. */
export interface ApiResponse<T> {
  data: T;
  /** The document as it came, for those who want to see it. */
  text: string;
  requestId: string | null;
}

/**
 * Calls a Globus service and reads its answer.
 *
 * @throws ApiError for every answer that is not 2xx or not what the schema describes, and for no answer at all
 * @throws SessionEndedError when there is no token to send
 * @throws the signal's own reason (AbortError) when the caller gave up
 */
export async function request<TSchema extends GenericSchema>(
  call: ApiRequest<TSchema>,
): Promise<ApiResponse<InferOutput<TSchema>>> {
  return parseResponse(call, await requestBytes(call));
}

/**
 * Calls a Globus service, for an answer that is read elsewhere. A token that is refused (401 that demands nothing
 * else) is reported to the session once; when the session has a newer one by then, the call is repeated once.
 *
 * @throws as {@link request} does
 */
export async function requestBytes(call: ApiCall): Promise<RawResponse> {
  const { resourceServer } = serverOf(call.service);
  const token = await getAccessToken(resourceServer);
  try {
    return await attempt(call, token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'unauthorized') throw error;
    if (!(await reportUnauthorized(resourceServer, token))) throw error;
  }
  return attempt(call, await getAccessToken(resourceServer));
}

async function attempt(call: ApiCall, token: string): Promise<RawResponse> {
  const { method, path } = call;
  const close = startLogEntry({ service: serviceName(call.service), method, path });
  const { response, bytes } = await send(call, token).catch((error: unknown) => {
    close({ status: null, failure: error instanceof ApiError ? error.kind : 'cancelled', requestId: null });
    throw error;
  });
  const { status } = response;
  const logResponse = (requestId: string | null) => close({ status, failure: null, requestId });
  const answer = { status, bytes, token, logResponse };
  const asked = `${method} ${serverOf(call.service).baseUrl}${path}`;
  if (response.ok) {
    recordCallSucceeded(asked);
    return answer;
  }
  const { headers } = response;
  const error = classifyError({ method, path, status, headers, body: readDocument(answer).document ?? null });
  if (error.authorization) recordStepUpRequired(error.authorization, asked);
  throw error;
}

/**
 * Reads a good answer.
 *
 * @throws ApiError when it is not what the schema describes
 */
export function parseResponse<TSchema extends GenericSchema>(
  { schema, method, path }: ApiRequest<TSchema>,
  answer: RawResponse,
): ApiResponse<InferOutput<TSchema>> {
  const { text, document, requestId } = readDocument(answer);
  const read = safeParse(schema, document);
  if (read.success) return { data: read.output, text, requestId };
  throw new ApiError({
    kind: 'malformed',
    detail: document === undefined ? 'The answer was not JSON.' : misfit(read.issues[0]),
    status: answer.status,
    requestId,
    method,
    path,
  });
}

function readDocument({ bytes, token, logResponse }: RawResponse) {
  const { text, document } = parseBody(bytes, token);
  const requestId = extractRequestId(document);
  logResponse(requestId);
  return { text, document, requestId };
}

/** Which part was wrong and what it should have been, but never what it was. */
function misfit(issue: BaseIssue<unknown>): string {
  const place = getDotPath(issue) ?? 'the document';
  const wrong = issue.received === 'undefined' ? 'is missing' : `should be ${issue.expected ?? 'valid'}`;
  return `The answer has another form than expected: ${place} ${wrong}.`;
}

async function send(call: ApiCall, token: string): Promise<{ response: Response; bytes: ArrayBuffer }> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), call.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const address = addressOf(call);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout.signal]) : timeout.signal;
    const response = await (takePreload(call.method, address, token, signal) ??
      call.transport?.(address, token, signal) ??
      callService(address, { method: call.method, token, body: call.body, signal }));
    return { response, bytes: await response.arrayBuffer() };
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw timeout.signal.aborted
      ? unanswered(call, 'timeout', 'The service did not answer in time.')
      : unanswered(call, 'network', 'The service could not be reached, or the connection was cut.');
  } finally {
    clearTimeout(timer);
  }
}

function unanswered({ method, path }: ApiCall, kind: ApiErrorKind, detail: string): ApiError {
  return new ApiError({ kind, detail, method, path });
}

function addressOf({ service, path, query = {} }: ApiCall): string {
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
