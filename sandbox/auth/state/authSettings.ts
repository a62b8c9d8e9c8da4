/** What the next code exchange does wrong; used up by it. */
export interface NextSignInFaults {
  /** The person did not consent to Transfer: its token is missing from the answer. */
  omitTransferToken?: boolean;
  /** Transfer's token stands at the top level and Auth's among `other_tokens`. */
  transferTokenFirst?: boolean;
  idToken?:
    | 'wrong-issuer'
    | 'wrong-audience'
    | 'wrong-nonce'
    | 'bad-signature'
    | 'clock-ahead-10-min'
    | 'clock-behind-10-min';
  /**
   * Answer the exchange this way instead: after `delayMs`, with `status` and `body`, or with a cut connection. The
   * code is used up, as it is when a real answer gets lost.
   */
  tokenEndpoint?: { status?: number; body?: string; delayMs?: number; disconnect?: boolean };
}

/** The levers that the control endpoints move, one set for each server. */
export interface AuthSettings {
  nextSignInFaults: NextSignInFaults;
  authorizeUnavailable: boolean;
  accessTokenLifetimeSeconds: number;
  /** Token answers hold no more than they must: see tokenAnswer.ts. */
  sparseTokenResponses: boolean;
  /** Another key is listed before the one that signs, as while keys are changed. */
  extraJwkPublished: boolean;
}

/** Globus' access tokens live for 48 hours. */
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
