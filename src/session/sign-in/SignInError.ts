/** Why a sign-in failed. Each has its own message on the sign-in page. */
export type SignInFailure =
  | 'denied'
  | 'not-started'
  | 'code-rejected'
  | 'unreachable'
  | 'identity-unverified'
  | 'clock-wrong'
  | 'transfer-missing'
  | 'storage-blocked'
  | 'insecure'
  | 'not-loaded'
  | 'rejected';

/** A sign-in that failed. Never contains a token, a code, or a URL with one. */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  readonly failure: SignInFailure;
  /** What Globus said, in quotation marks, or which check failed. For support. */
  readonly detail: string;
  /** The page the person wanted, so that the next attempt leads there. */
  readonly returnUrl: string | null;

  constructor(failure: SignInFailure, detail: string, returnUrl: string | null = null) {
    super(detail);
    this.failure = failure;
    this.detail = detail;
    this.returnUrl = returnUrl;
  }
}
