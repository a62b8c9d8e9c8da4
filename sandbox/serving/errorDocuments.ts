import type { AuthorizationParametersLocation } from './serviceSettings.ts';

/** An error, before it is written in the format of one of the Globus APIs. */
export interface ErrorInfo {
  status: number;
  code: string;
  detail: string;
  authorizationParameters?: Record<string, unknown> | undefined;
  /** Only GCS Manager: a document that says what the error means, with its DATA_TYPE. */
  typedDetail?: object | undefined;
}

/** Returns the error code for a status that has no code of its own. */
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

/** Returns the error as its site reports it if refusals are set to `login-failed`. Otherwise, it stays the same. */
export function asReportedBySite(error: ErrorInfo, location: AuthorizationParametersLocation): ErrorInfo {
  const { detail, authorizationParameters: parameters } = error;
  const requiresSession = Object.keys(parameters ?? {}).some((name) => name.startsWith('session_required_'));
  if (location !== 'login-failed' || !requiresSession) return error;
  return {
    status: 502,
    code: 'ExternalError.DirListingFailed.LoginFailed',
    detail: `Command Failed: Error (login)\nMessage: Login Failed\n---\nDetails: 530-Login incorrect. : ${detail}`,
    authorizationParameters: {
      session_message: null,
      session_required_identities: [],
      session_required_single_domain: [],
      session_required_policies: null,
      session_required_mfa: false,
      required_scopes: null,
      prompt: null,
      ...parameters,
    },
  };
}

/**
 * Returns an error document of Transfer, in the format of the API version in the path. Authorization parameters are at the
 * given location; `legacy` and `login-failed` stand for a document of v0.10.
 */
export function transferErrorDocument(
  error: ErrorInfo,
  {
    requestId,
    path,
    location,
  }: { requestId: string; path: string; location: AuthorizationParametersLocation },
): object {
  const hasLegacyParameters =
    error.authorizationParameters !== undefined && (location === 'legacy' || location === 'login-failed');
  return path.startsWith('/v0.10') || hasLegacyParameters
    ? legacyErrorDocument(error, requestId, path)
    : jsonApiErrorDocument(error, requestId, location);
}

function jsonApiErrorDocument(
  { status, code, detail, authorizationParameters: parameters }: ErrorInfo,
  requestId: string,
  location: AuthorizationParametersLocation,
): object {
  const item = { status, code, detail };
  const parametersMember = { authorization_parameters: parameters };
  return {
    errors: [
      {
        ...item,
        ...(parameters && location === 'item' && parametersMember),
        ...(parameters && location === 'meta' && { meta: parametersMember }),
      },
    ],
    meta: { request_id: requestId },
    ...(parameters && location === 'root' && parametersMember),
  };
}

/** The code of Transfer v0.10 for a bad token. */
const LEGACY_AUTHENTICATION_FAILED = 'ClientError.AuthenticationFailed';

/** Returns an error document of Transfer v0.10, where a missing consent is named in `required_scopes` alone. */
function legacyErrorDocument(
  { code, detail, authorizationParameters: parameters }: ErrorInfo,
  requestId: string,
  path: string,
): object {
  const scopes = parameters?.required_scopes;
  return {
    code: code === defaultErrorCode(401) ? LEGACY_AUTHENTICATION_FAILED : code,
    message: detail,
    request_id: requestId,
    ...(code === 'ConsentRequired' && scopes !== undefined && { required_scopes: scopes }),
    // The path without the version of the API.
    resource: path.replace(/^\/v[\d.]+(?=\/)/, ''),
    ...(code !== 'ConsentRequired' && parameters && { authorization_parameters: parameters }),
  };
}

/** Returns an error document of GCS Manager: its usual envelope without data. */
export function gcsErrorDocument(error: ErrorInfo): object {
  const { status, code, detail, authorizationParameters, typedDetail } = error;
  return {
    DATA_TYPE: 'result#1.1.0',
    code: code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase(),
    http_response_code: status,
    message: detail,
    detail: typedDetail ?? null,
    data: [],
    has_next_page: false,
    marker: null,
    ...(authorizationParameters && { authorization_parameters: authorizationParameters }),
  };
}

/** Returns an error document of Auth: OAuth's own at the token endpoint, similar to JSON:API elsewhere. */
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
