import { Hono } from 'hono';
import { apiCors } from './apiCors.ts';
import {
  asReportedBySite,
  authErrorDocument,
  defaultErrorCode,
  type ErrorInfo,
  gcsErrorDocument,
  transferErrorDocument,
} from './errorDocuments.ts';
import type { FailureRule } from './failureRules.ts';
import { newRequestId } from './requestId.ts';
import type { ServiceName } from './serviceName.ts';
import type { ServiceSettings } from './serviceSettings.ts';

/** Returns whether the failure replaces the real response. Otherwise it only delays, truncates or changes it. */
export function replacesResponse(failure: FailureRule): boolean {
  const { status, body, authorizationParameters, code, typedDetail } = failure;
  return [status, body, authorizationParameters, code, typedDetail].some((part) => part !== undefined);
}

interface FailedRequest {
  service: ServiceName;
  path: string;
  origin: string | undefined;
  method: string;
}

/** Returns the response that a failure puts in place of the real one, with the usual CORS headers. */
export async function failureResponse(
  failure: FailureRule,
  request: FailedRequest,
  settings: ServiceSettings,
): Promise<Response> {
  const app = new Hono();
  if (failure.cors !== false) app.use(apiCors());
  app.all('*', (c) => {
    const requestId = newRequestId();
    c.header('X-Request-Id', requestId);
    for (const [name, value] of Object.entries(failure.headers ?? {})) c.header(name, value);
    // Tests write this document. As a page, it must not run scripts next to other programs on localhost.
    c.header('Content-Security-Policy', 'sandbox');
    c.header('X-Content-Type-Options', 'nosniff');
    const error = failureError(failure, request, settings);
    const { text, contentType } = failureBody(failure, error, request, requestId, settings);
    const { status } = error;
    return new Response(status === 204 || status === 304 ? null : text, {
      status,
      headers: { ...Object.fromEntries(c.res.headers), 'Content-Type': failure.contentType ?? contentType },
    });
  });
  const headers = request.origin === undefined ? {} : { Origin: request.origin };
  // Always a POST request: the CORS middleware would answer an OPTIONS request as a successful preflight.
  return app.request('http://localhost/', { method: 'POST', headers });
}

function failureError(
  { status, authorizationParameters, code, typedDetail }: FailureRule,
  { service }: FailedRequest,
  settings: ServiceSettings,
): ErrorInfo {
  const defaultStatus = status ?? (authorizationParameters ? 403 : 500);
  const error: ErrorInfo = {
    status: defaultStatus,
    code: code ?? defaultErrorCode(defaultStatus),
    detail: 'This failure was set up through the control API of the sandbox.',
    authorizationParameters,
    typedDetail,
  };
  const isChosen = status !== undefined || code !== undefined;
  if (service !== 'transfer' || isChosen) return error;
  return asReportedBySite(error, settings.authorizationParametersLocation);
}

function failureBody(
  failure: FailureRule,
  error: ErrorInfo,
  request: FailedRequest,
  requestId: string,
  settings: ServiceSettings,
) {
  if (typeof failure.body === 'string')
    return { text: failure.body, contentType: 'text/html; charset=utf-8' };
  const document =
    failure.body === undefined ? failureDocument(error, request, requestId, settings) : failure.body;
  return { text: JSON.stringify(document), contentType: 'application/json' };
}

function failureDocument(
  error: ErrorInfo,
  { service, path }: FailedRequest,
  requestId: string,
  settings: ServiceSettings,
): object {
  if (service === 'gcs') return gcsErrorDocument(error);
  if (service === 'auth') return authErrorDocument(error, requestId, path);
  const location = settings.authorizationParametersLocation;
  return transferErrorDocument(error, { requestId, path, location });
}
