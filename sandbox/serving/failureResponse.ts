import { Hono } from 'hono';
import { apiCors } from './apiCors.ts';
import {
  authErrorDocument,
  defaultErrorCode,
  type ErrorInfo,
  gcsErrorDocument,
  jsonApiErrorDocument,
  legacyErrorDocument,
} from './errorDocuments.ts';
import type { FailureRule } from './failureRules.ts';
import { newRequestId } from './requestId.ts';
import type { ServiceName } from './serviceName.ts';
import type { ServiceSettings } from './serviceSettings.ts';

/** Whether the failure says what to answer; otherwise the real answer is only delayed, cut or shortened. */
export function replacesResponse({ status, body, authorizationParameters, code }: FailureRule): boolean {
  return [status, body, authorizationParameters, code].some((part) => part !== undefined);
}

interface Asked {
  service: ServiceName;
  path: string;
  origin: string | undefined;
  method: string;
}

/** The answer that a failure puts in place of the real one, readable for other origins like any other. */
export async function failureResponse(
  failure: FailureRule,
  asked: Asked,
  settings: ServiceSettings,
): Promise<Response> {
  const app = new Hono();
  if (failure.cors !== false) app.use(apiCors());
  app.all('*', (c) => {
    const requestId = newRequestId();
    c.header('X-Request-Id', requestId);
    for (const [name, value] of Object.entries(failure.headers ?? {})) c.header(name, value);
    const { text, contentType } = bodyOf(failure, asked, requestId, settings);
    const status = statusOf(failure);
    return new Response(status === 204 || status === 304 ? null : text, {
      status,
      headers: { ...Object.fromEntries(c.res.headers), 'Content-Type': failure.contentType ?? contentType },
    });
  });
  const headers = asked.origin === undefined ? {} : { Origin: asked.origin };
  // Always as a POST: of an OPTIONS request the cross-origin rules would make a preflight that succeeds.
  return app.request('http://localhost/', { method: 'POST', headers });
}

function statusOf({ status, authorizationParameters }: FailureRule): number {
  return status ?? (authorizationParameters ? 403 : 500);
}

function bodyOf(failure: FailureRule, asked: Asked, requestId: string, settings: ServiceSettings) {
  if (typeof failure.body === 'string')
    return { text: failure.body, contentType: 'text/html; charset=utf-8' };
  const document = failure.body === undefined ? errorOf(failure, asked, requestId, settings) : failure.body;
  return { text: JSON.stringify(document), contentType: 'application/json' };
}

function errorOf(
  failure: FailureRule,
  { service, path }: Asked,
  requestId: string,
  settings: ServiceSettings,
): object {
  const status = statusOf(failure);
  const error: ErrorInfo = {
    status,
    code: failure.code ?? defaultErrorCode(status),
    detail: 'This failure was asked for through the control endpoints of the sandbox.',
    authorizationParameters: failure.authorizationParameters,
  };
  if (service === 'gcs') return gcsErrorDocument(error);
  if (service === 'auth') return authErrorDocument(error, requestId, path);
  if (path.startsWith('/v0.10')) return legacyErrorDocument(error, requestId, path);
  return jsonApiErrorDocument(error, requestId, settings.authorizationParametersLocation);
}
