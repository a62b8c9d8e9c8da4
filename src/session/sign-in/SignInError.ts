/** Why a sign-in couldn't start, or why its code couldn't be loaded. */
export type SignInStartFailure = 'storage-blocked' | 'insecure' | 'not-loaded';

/** Why a sign-in failed that came back from Globus. */
export type CallbackFailure =
  | 'denied'
  | 'not-started'
  | 'code-rejected'
  | 'unreachable'
  | 'identity-unverified'
  | 'clock-wrong'
  | 'transfer-missing'
  | 'rejected';

/** Why a sign-in failed. Each has its own message on the sign-in page. */
export type SignInFailure = SignInStartFailure | CallbackFailure;

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
