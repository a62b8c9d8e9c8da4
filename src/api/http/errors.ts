import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { findIds } from '../../domain/text/id.ts';
import { parseHttpTime } from '../../domain/text/time.ts';
import { SessionEndedError } from '../../session/SessionEndedError.ts';
import { canRenewSilently } from '../../session/session.ts';
import { parseAuthorizationParameters } from './authorizationDocument.ts';
import { type FieldError, parseErrorDocument } from './errorDocument.ts';

/** What kind of failure it is; pages choose their words and their way on by it. */
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
}

/** A call that did not give what was asked for. Never carries a token. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** The HTTP status, or null when there was no answer. */
  readonly status: number | null;
  /** The server's own code. */
  readonly code: string | null;
  /** Globus' id of the request: show it wherever the error is shown. */
  readonly requestId: string | null;
  /** The server's own explanation, or ours when it gave none. Untrusted text, 2000 characters at most. */
  readonly detail: string;
  /** The server's own explanation alone; null when it gave none. */
  readonly serverDetail: string | null;
  /** How long the server wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;
  readonly fieldErrors: FieldError[];
  /** What the person must do before the call can succeed; set when the kind is 'step-up'. */
  readonly authorization: AuthorizationParameters | null;
  readonly method: string;
  /** The path without its query. */
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
    this.method = failure.method;
    this.path = failure.path;
  }
}

/** Whether only the person can go on, by signing in: until then everything of the kind would be refused too. */
export function needsSignIn(error: unknown): boolean {
  if (error instanceof ApiError) return error.kind === 'unauthorized' || error.kind === 'step-up';
  return error instanceof SessionEndedError;
}

/**
 * Whether nothing goes on before somebody signs in: a session that renews its tokens may find them taken again, however
 * often they were refused.
 */
export function isBlockedUntilSignIn(error: unknown): boolean {
  const mayPass = error instanceof ApiError && error.kind === 'unauthorized' && canRenewSilently();
  return needsSignIn(error) && !mayPass;
}

/** Whether what was asked for does not exist, or is hidden from us; the API does not tell which. */
export function isNotFoundOrForbidden(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'not-found' || error.kind === 'forbidden');
}

/** Globus' id of the call that failed, or null: it gave none, or this is no failure of a call. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError ? error.requestId : null;
}

/** A list whose pages do not end. Whoever asks again asks thousands of times. */
export class EndlessListError extends ApiError {
  constructor(path: string) {
    super({ kind: 'malformed', method: 'GET', path, detail: 'The pages of this list do not end.' });
  }
}

/** An answer that is not 2xx, as http.ts received it. */
export interface FailedResponse {
  method: string;
  path: string;
  status: number;
  /** `Retry-After` and `Date` count, where the service lets a page read them. */
  headers: Pick<Headers, 'get'>;
  /** The parsed JSON, or null when the body was none. */
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
 * Makes an error of a refusal, by its status and its code, never by the words of a message (globus-api.md,
 * "Errors"). Demands on the person come first, since no repeat helps before they are met; then the codes that
 * mean a real failure at a site, whatever their status.
 */
export function classifyError({ method, path, status, headers, body }: FailedResponse): ApiError {
  const document = parseErrorDocument(body);
  const authorization = parseAuthorizationParameters(body, status);
  return new ApiError({
    kind: kindOf(status, document.codes, authorization),
    detail: document.detail ?? `The service answered ${status} and gave no explanation.`,
    explanation: document.detail,
    code: document.codes[0] ?? null,
    requestId: document.requestId,
    retryAfterMs: retryAfterMs(headers),
    fieldErrors: document.fieldErrors,
    authorization,
    status,
    method,
    path,
  });
}

function kindOf(
  status: number,
  codes: readonly string[],
  authorization: AuthorizationParameters | null,
): ApiErrorKind {
  if (authorization) return 'step-up';
  // As the Python SDK does: the code may have more before or behind, as in "ExternalError.DirListingFailed".
  if (codes.some((code) => /ExternalError|EndpointError/.test(code))) return 'site-failure';
  return KIND_BY_STATUS[status] ?? 'other';
}

const LONGEST_RETRY_AFTER_MS = 3_600_000;

/**
 * Seconds, or a time; that is counted from the answer's own `Date`, as this clock may be wrong. What asks for more
 * than an hour gets an hour, so that no timer overflows.
 */
function retryAfterMs(headers: Pick<Headers, 'get'>): number | null {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_RETRY_AFTER_MS);
  const untilMs = parseHttpTime(text);
  if (untilMs === null) return null;
  const answeredAtMs = parseHttpTime(headers.get('Date') ?? '') ?? Date.now();
  return Math.min(Math.max(0, untilMs - answeredAtMs), LONGEST_RETRY_AFTER_MS);
}

/**
 * For a call that asks for one thing by its id. What is no id (a UUID) at all may be refused as that (400, 422): there
 * is no such thing, and nothing that was sent can be corrected.
 *
 * @throws the error, or one of kind 'not-found' in its place
 */
export function rethrowAsNotFound(error: unknown, id: string): never {
  const isId = findIds(id)[0] === id.toLowerCase();
  if (error instanceof ApiError && error.kind === 'validation' && !isId) {
    throw new ApiError({ ...error, kind: 'not-found' });
  }
  throw error;
}
