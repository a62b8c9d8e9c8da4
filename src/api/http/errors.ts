import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { findIds } from '../../domain/text/id.ts';
import { parseHttpTime } from '../../domain/text/time.ts';
import { SessionEndedError } from '../../session/tokens/SessionEndedError.ts';
import { parseAuthorizationParameters } from './authorizationDocument.ts';
import { type ErrorDocument, parseErrorDocument } from './errorDocument.ts';
import type { FieldError } from './fieldErrors.ts';
import { parseRefusalReason, type RefusalReason } from './gcsErrorDetail.ts';
import { httpSession } from './session.ts';

/** The kind of a failure; pages choose their text and what they offer by it. */
export type ApiErrorKind =
  | 'unauthorized'
  | 'step-up'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'validation'
  | 'rate-limited'
  | 'unavailable'
  | 'site-failure'
  | 'network'
  | 'timeout'
  | 'malformed'
  | 'other';

interface ApiFailure {
  kind: ApiErrorKind;
  method: string;
  path: string;
  detail: string;
  explanation?: string | null;
  status?: number | null;
  code?: string | null;
  requestId?: string | null;
  retryAfterMs?: number | null;
  fieldErrors?: FieldError[];
  authorization?: AuthorizationParameters | null;
  reason?: RefusalReason | null;
}

/** A call that failed. Never holds a token. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** The HTTP status, or null when there was no response. */
  readonly status: number | null;
  /** The server's own code. */
  readonly code: string | null;
  /** The request ID from Globus; show it wherever the error is shown. */
  readonly requestId: string | null;
  /** The server's explanation, or ours when it gave none. Untrusted text, at most 2000 characters. */
  readonly detail: string;
  /** The server's explanation; null when it gave none. */
  readonly serverDetail: string | null;
  /** The Retry-After of the response, in milliseconds. */
  readonly retryAfterMs: number | null;
  readonly fieldErrors: FieldError[];
  /** What the signed-in person must do before the call can succeed; set when the kind is 'step-up'. */
  readonly authorization: AuthorizationParameters | null;
  /** Why a GCS Manager refused, if it says so. */
  readonly reason: RefusalReason | null;
  readonly method: string;
  /** Without the query. */
  readonly path: string;

  constructor(failure: ApiFailure) {
    super(failure.detail);
    this.kind = failure.kind;
    this.status = failure.status ?? null;
    this.code = failure.code ?? null;
    this.requestId = failure.requestId ?? null;
    this.detail = failure.detail;
    this.serverDetail = failure.explanation ?? null;
    this.retryAfterMs = failure.retryAfterMs ?? null;
    this.fieldErrors = failure.fieldErrors ?? [];
    this.authorization = failure.authorization ?? null;
    this.reason = failure.reason ?? null;
    this.method = failure.method;
    this.path = failure.path;
  }
}

/** Returns whether signing in (again) is the only remedy; until then, similar calls fail too. */
export function needsSignIn(error: unknown): boolean {
  if (error instanceof ApiError) return error.kind === 'unauthorized' || error.kind === 'step-up';
  return error instanceof SessionEndedError;
}

/**
 * Returns whether repeating the call is pointless until someone signs in. A session that renews its own tokens may get
 * one that is accepted, so a rejected token doesn't block it.
 */
export function isBlockedUntilSignIn(error: unknown): boolean {
  const isTokenRejected = error instanceof ApiError && error.kind === 'unauthorized';
  return needsSignIn(error) && !(isTokenRejected && httpSession().canRenewSilently());
}

/** Returns whether the resource doesn't exist or is hidden from the caller; the API doesn't report which. */
export function isNotFoundOrForbidden(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'not-found' || error.kind === 'forbidden');
}

/** Returns the request ID of a failed call; null when Globus gave none, and for other errors. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError ? error.requestId : null;
}

/** A list whose pages don't end. Each further attempt would cost thousands of calls. */
export class EndlessListError extends ApiError {
  constructor(path: string) {
    super({
      kind: 'malformed',
      method: 'GET',
      path,
      detail: 'Globus kept returning more pages, so loading stopped.',
    });
  }
}

/** A response that isn't 2xx, as http.ts received it. */
export interface FailedResponse {
  method: string;
  path: string;
  /** The endpoint whose GCS Manager responded; null for Transfer and Auth. */
  endpointId?: string | null;
  status: number;
  /** `Retry-After` and `Date` are read, where the service exposes them to the page. */
  headers: Pick<Headers, 'get'>;
  /** The parsed JSON, or null when the body wasn't JSON. */
  body: unknown;
}

const KIND_BY_STATUS: Record<number, ApiErrorKind> = {
  400: 'validation',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  422: 'validation',
  429: 'rate-limited',
  500: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/**
 * Classifies a failed response by its status and code, never by the text of a message (globus-api.md, "Errors").
 * Sign-in requirements take precedence, since no retry helps until they are met; then the codes that mean a
 * failure at a site, whatever the status.
 */
export function classifyError({ method, path, endpointId, status, headers, body }: FailedResponse): ApiError {
  const document = parseErrorDocument(body);
  const authorization = parseAuthorizationParameters(body, status, endpointId ?? null);
  const reason = parseRefusalReason(body);
  return new ApiError({
    kind: kindOf(status, document, authorization, reason),
    detail: document.detail ?? `The service returned HTTP ${status} without an explanation.`,
    explanation: document.detail,
    code: document.codes[0] ?? null,
    requestId: document.requestId,
    retryAfterMs: retryAfterMs(headers),
    fieldErrors: document.fieldErrors,
    authorization,
    reason,
    status,
    method,
    path,
  });
}

function kindOf(
  status: number,
  { codes }: ErrorDocument,
  authorization: AuthorizationParameters | null,
  reason: RefusalReason | null,
): ApiErrorKind {
  if (authorization) return 'step-up';
  if (codes.some(isSiteFailure)) return 'site-failure';
  if (reason) return ['limit_exceeded', 'resource_conflict'].includes(reason.type) ? 'conflict' : 'forbidden';
  return KIND_BY_STATUS[status] ?? 'other';
}

/**
 * Checks whether a code means that a site itself failed. It may be longer, such as "ExternalError.DirListingFailed", and
 * Globus has several spellings, such as "ENDPOINT_ERROR".
 */
function isSiteFailure(code: string): boolean {
  return /external[\W_]*error|endpoint[\W_]*error/i.test(code);
}

const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * Returns Retry-After in milliseconds. It is a number of seconds or an HTTP date; the date is compared with the
 * response's own `Date`, because the local clock may be wrong. Capped at an hour, so that no timer overflows.
 */
function retryAfterMs(headers: Pick<Headers, 'get'>): number | null {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  const untilMs = parseHttpTime(text);
  if (untilMs === null) return null;
  const respondedAtMs = parseHttpTime(headers.get('Date') ?? '') ?? Date.now();
  return Math.min(Math.max(0, untilMs - respondedAtMs), MAX_RETRY_AFTER_MS);
}

/**
 * Rethrows the error of a call that gets one resource by its ID. A text that isn't an ID (a UUID) may be rejected as
 * invalid (400, 422); that means the same as "not found", since there is nothing that a person could correct.
 *
 * @throws the error, or one of kind 'not-found' in its place
 */
export function rethrowAsNotFound(error: unknown, id: string): never {
  const isId = findIds(id)[0] === id.toLowerCase();
  if (error instanceof ApiError && error.kind === 'validation' && !isId) {
    throw new ApiError({ ...error, explanation: error.serverDetail, kind: 'not-found' });
  }
  throw error;
}
