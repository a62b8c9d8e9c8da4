import type { ErrorInfo } from '../serving/errorDocuments.ts';
import type { Endpoint } from '../world/sites.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

export interface GcsDeps {
  world: World;
  tokens: TokenStore;
}

export interface GcsEnv {
  Variables: { caller: AccessToken; endpoint: Endpoint };
}

/** An error response of GCS Manager. */
export class GcsError extends Error implements ErrorInfo {
  readonly status: number;
  readonly code: string;
  readonly detail: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** Returns a success response of GCS Manager. Its data is always a list. */
export function resultDocument(data: object[], marker: string | null = null): object {
  return {
    DATA_TYPE: 'result#1.1.0',
    code: 'success',
    http_response_code: 200,
    message: 'Operation successful',
    detail: 'success',
    data,
    has_next_page: marker !== null,
    marker,
  };
}
