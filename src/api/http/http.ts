// Every call to a Globus service: it carries a token, and every failure becomes an ApiError.

import { type BaseIssue, type GenericSchema, getDotPath, type InferOutput, safeParse } from 'valibot';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { AUTH_SERVER, TRANSFER_SERVER } from '../../session/tokens/tokens.ts';
import { extractRequestId } from './errorDocument.ts';
import { ApiError, type ApiErrorKind, classifyError } from './errors.ts';
import { parseBody } from './parseBody.ts';
import { startLogEntry } from './requestLog.ts';
import { callService } from './serviceCall.ts';
import { httpSession } from './session.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** The GCS Manager of one endpoint. */
export interface GcsManager {
  /** The base URL. */
  gcsUrl: string;
  endpointId: string;
}

/** One of the two central Globus services, or the GCS Manager of one endpoint. */
type Service = 'transfer' | 'auth' | GcsManager;

/** Query parameters; undefined ones are left out. */
type Query = Record<string, string | number | boolean | undefined>;

/** Sends a call and resolves with the response, however it gets it. */
export type Transport = (url: string, token: string, signal: AbortSignal) => Promise<Response>;

/** One call to a Globus service. */
export interface ApiCall {
  service: Service;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Relative to the service's base URL, with a leading slash; the caller encodes the IDs in it. */
  path: string;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Sends no token, because anyone may make this call. */
  isPublic?: true;
  /** Replaces the fetch on the page, for a caller that gets its response in another way. */
  transport?: Transport;
}

/** A call whose response is parsed right away. */
export interface ApiRequest<TSchema extends GenericSchema> extends ApiCall {
  /** What a valid response looks like. */
  schema: TSchema;
}

/** A successful response that has not been parsed. */
export interface RawResponse {
  status: number;
  bytes: ArrayBuffer;
  /** The token that was sent and the others of the session: a server that echoes one must not bring it onto a page. */
  secrets: readonly string[];
  /** Completes the log entry of the call; to be called by whoever parses the response. */
  logResponse: (requestId: string | null) => void;
}

/** A successful response. */
export interface ApiResponse<T> {
  data: T;
  /** The document as it was received, for pages that show it. */
  text: string;
  requestId: string | null;
}

/**
 * Calls a Globus service and parses the response.
 *
 * @throws ApiError when there is no response, when it isn't 2xx, and when it doesn't match the schema
 * @throws SessionEndedError when there is no token to send
 * @throws the signal's own reason (AbortError) when the caller aborts
 */
export async function request<TSchema extends GenericSchema>(
  call: ApiRequest<TSchema>,
): Promise<ApiResponse<InferOutput<TSchema>>> {
  return parseResponse(call, await requestBytes(call));
}

/**
 * Calls a Globus service for a response that the caller parses. A rejected token (401 without further requirements)
 * is reported to the session once; if the session then has a newer token, the call is repeated once.
 *
 * @throws as {@link request} does
 */
export async function requestBytes(call: ApiCall): Promise<RawResponse> {
  if (call.isPublic) return attempt(call, '');
  const { getAccessToken, reportUnauthorized } = httpSession();
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
  const { recordCallSucceeded, recordStepUpRequired, knownTokens } = httpSession();
  const { method, path } = call;
  const endLogEntry = startLogEntry({ service: serviceName(call.service), method, path });
  const { response, bytes } = await send(call, token).catch((error: unknown) => {
    endLogEntry({
      status: null,
      failure: error instanceof ApiError ? error.kind : 'cancelled',
      requestId: null,
    });
    throw error;
  });
  const { status, headers } = response;
  const logResponse = (requestId: string | null) => endLogEntry({ status, failure: null, requestId });
  const rawResponse = { status, bytes, secrets: [token, ...knownTokens()], logResponse };
  const calledUrl = `${method} ${serverOf(call.service).baseUrl}${path}`;
  if (response.ok) {
    recordCallSucceeded(calledUrl);
    return rawResponse;
  }
  const body = parseDocument(rawResponse).document ?? null;
  const endpointId = typeof call.service === 'string' ? null : call.service.endpointId;
  const error = classifyError({ method, path, endpointId, status, headers, body });
  if (error.authorization) recordStepUpRequired(error.authorization, calledUrl);
  throw error;
}

/**
 * Parses a successful response.
 *
 * @throws ApiError when it doesn't match the schema
 */
export function parseResponse<TSchema extends GenericSchema>(
  { schema, method, path }: ApiRequest<TSchema>,
  response: RawResponse,
): ApiResponse<InferOutput<TSchema>> {
  const { text, document, requestId } = parseDocument(response);
  const parsed = safeParse(schema, document);
  if (parsed.success) return { data: parsed.output, text, requestId };
  throw new ApiError({
    kind: 'malformed',
    detail: document === undefined ? 'The response wasn’t valid JSON.' : schemaMismatch(parsed.issues[0]),
    status: response.status,
    requestId,
    method,
    path,
  });
}

function parseDocument({ bytes, secrets, logResponse }: RawResponse) {
  const { text, document } = parseBody(bytes, secrets);
  const requestId = extractRequestId(document);
  logResponse(requestId);
  return { text, document, requestId };
}

/** Names the part that is wrong and what it should be, but never its value. */
function schemaMismatch(issue: BaseIssue<unknown>): string {
  const part = getDotPath(issue) ?? 'the document';
  const problem = issue.received === 'undefined' ? 'is missing' : `should be ${issue.expected ?? 'valid'}`;
  return `Unexpected response: ${part} ${problem}.`;
}

async function send(call: ApiCall, token: string): Promise<{ response: Response; bytes: ArrayBuffer }> {
  const transport = call.transport ?? fetchTransport(call);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), call.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const signal = call.signal ? AbortSignal.any([call.signal, timeout.signal]) : timeout.signal;
    const response = await transport(urlOf(call), token, signal);
    return { response, bytes: await response.arrayBuffer() };
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw timeout.signal.aborted
      ? noResponse(call, 'timeout', 'The request timed out.')
      : noResponse(call, 'network', 'Couldn’t reach the service, or the connection dropped.');
  } finally {
    clearTimeout(timer);
  }
}

const fetchTransport =
  ({ method, body }: ApiCall): Transport =>
  (url, token, signal) =>
    callService(url, { method, token, body, signal });

function noResponse({ method, path }: ApiCall, kind: ApiErrorKind, detail: string): ApiError {
  return new ApiError({ kind, detail, method, path });
}

function urlOf({ service, path, query = {} }: ApiCall): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) parameters.set(name, String(value));
  const url = `${serverOf(service).baseUrl}${path}`;
  return parameters.size === 0 ? url : `${url}?${parameters}`;
}

function serverOf(service: Service): { baseUrl: string; resourceServer: string } {
  if (service === 'transfer')
    return { baseUrl: runtimeConfig().transferUrl, resourceServer: TRANSFER_SERVER };
  if (service === 'auth') return { baseUrl: runtimeConfig().authUrl, resourceServer: AUTH_SERVER };
  return { baseUrl: service.gcsUrl, resourceServer: service.endpointId };
}

/** Returns the name of a service in the request log. */
function serviceName(service: Service): string {
  return typeof service === 'string' ? service : new URL(service.gcsUrl).host;
}
