/** What the next code exchange does wrong. Applies once. */
export interface NextSignInFaults {
  /** The token for Transfer is missing, as if the person hadn't consented to it. */
  omitTransferToken?: boolean;
  /** The token for Transfer is at the top level, and the one for Auth in `other_tokens`. */
  transferTokenFirst?: boolean;
  idToken?:
    | 'wrong-issuer'
    | 'wrong-audience'
    | 'wrong-nonce'
    | 'bad-signature'
    | 'clock-ahead-10-min'
    | 'clock-behind-10-min';
  /**
   * Respond to the exchange after `delayMs`, with `status` and `body`, or close the connection. The code can't be used
   * again, like when a real response is lost.
   */
  tokenEndpoint?: { status?: number; body?: string; delayMs?: number; disconnect?: boolean };
}

/** How one Auth server behaves. Tests change these through the control API. */
export interface AuthSettings {
  nextSignInFaults: NextSignInFaults;
  authorizeUnavailable: boolean;
  accessTokenLifetimeSeconds: number;
  /**
   * Token responses have a null scope, the lifetime as a string, null instead of an empty `other_tokens`, and no resource
   * server if there is only one token.
   */
  sparseTokenResponses: boolean;
  /** A second key is published before the one that signs, like during a key rotation. */
  extraJwkPublished: boolean;
}

/** Globus access tokens are valid for 48 hours. */
export const ACCESS_TOKEN_LIFETIME_SECONDS = 172_800;

export function initialAuthSettings(): AuthSettings {
  return {
    nextSignInFaults: {},
    authorizeUnavailable: false,
    accessTokenLifetimeSeconds: ACCESS_TOKEN_LIFETIME_SECONDS,
    sparseTokenResponses: false,
    extraJwkPublished: false,
  };
}
