/** Why a sign-in did not succeed; each has its own words on the page. */
export type SignInFailure =
  | 'denied'
  | 'not-begun'
  | 'code-refused'
  | 'unreachable'
  | 'identity-unverified'
  | 'clock-wrong'
  | 'transfer-missing'
  | 'storage-blocked'
  | 'insecure'
  | 'not-loaded'
  | 'refused';

/** A sign-in that ended without a session. Never carries a token, a code or an address with one. */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  readonly failure: SignInFailure;
  /** What Globus or the check said, for support. */
  readonly detail: string;
  /** Where the person wanted to go, so that the next try leads there. */
  readonly returnUrl: string | null;

  constructor(failure: SignInFailure, detail: string, returnUrl: string | null = null) {
    super(detail);
    this.failure = failure;
    this.detail = detail;
    this.returnUrl = returnUrl;
  }
}
