import type { AuthorizationParametersLocation } from './serviceSettings.ts';

/** An error before it is written in one of Globus' forms. */
export interface ErrorInfo {
  status: number;
  code: string;
  detail: string;
  authorizationParameters?: Record<string, unknown> | undefined;
}

/** The error code that goes with a status when nothing says more. */
export function defaultErrorCode(status: number): string {
  const known: Record<number, string> = {
    400: 'BadRequest',
    401: 'AuthenticationFailed',
    403: 'PermissionDenied',
    404: 'NotFound',
    405: 'MethodNotAllowed',
    409: 'Conflict',
    429: 'TooManyRequests',
    502: 'BadGateway',
    503: 'ServiceUnavailable',
    504: 'GatewayTimeout',
  };
  return known[status] ?? (status >= 500 ? 'InternalServerError' : 'BadRequest');
}

/** Transfer v2's form, with authorization parameters where `place` says; `legacy` is the older style. */
export function jsonApiErrorDocument(
  error: ErrorInfo,
  requestId: string,
  place: AuthorizationParametersLocation,
): object {
  const { status, code, detail, authorizationParameters: parameters } = error;
  if (parameters && place === 'legacy') return legacyErrorDocument(error, requestId, undefined);
  const item = { status, code, detail };
  const carried = { authorization_parameters: parameters };
  return {
    errors: [
      {
        ...item,
        ...(parameters && place === 'item' && carried),
        ...(parameters && place === 'meta' && { meta: carried }),
      },
    ],
    meta: { request_id: requestId },
    ...(parameters && place === 'root' && carried),
  };
}

/** The form of Transfer v0.10. Consents stand in `required_scopes` alone there, as they did in older times. */
export function legacyErrorDocument(
  { code, detail, authorizationParameters: parameters }: ErrorInfo,
  requestId: string,
  resource: string | undefined,
): object {
  const scopes = parameters?.required_scopes;
  return {
    code,
    message: detail,
    request_id: requestId,
    ...(resource !== undefined && { resource }),
    ...(code === 'ConsentRequired' && scopes !== undefined && { required_scopes: scopes }),
    ...(code !== 'ConsentRequired' && parameters && { authorization_parameters: parameters }),
  };
}

/** GCS Manager's form: its envelope with nothing in it. */
export function gcsErrorDocument({ status, code, detail, authorizationParameters }: ErrorInfo): object {
  return {
    DATA_TYPE: 'result#1.1.0',
    code: code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase(),
    http_response_code: status,
    message: detail,
    detail: null,
    data: [],
    has_next_page: false,
    marker: null,
    ...(authorizationParameters && { authorization_parameters: authorizationParameters }),
  };
}

/** Auth's forms: OAuth's own at the token endpoint, JSON:API-like elsewhere. */
export function authErrorDocument(
  { status, code, detail }: ErrorInfo,
  requestId: string,
  path: string,
): object {
  if (path.startsWith('/v2/oauth2/token')) {
    return { error: status >= 500 ? 'server_error' : 'invalid_request', error_description: detail };
  }
  return { errors: [{ id: requestId, status: String(status), code, title: code, detail }] };
}
