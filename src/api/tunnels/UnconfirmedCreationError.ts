import { ApiError } from '../http/errors.ts';

/** A creation that failed although the tunnel may exist. Repeating it under the same submission ID is safe. */
export class UnconfirmedCreationError extends ApiError {
  readonly submissionId: string;
  /** Milliseconds since the epoch. */
  readonly failedAtMs = Date.now();

  constructor(lastFailure: ApiError, submissionId: string) {
    super({ ...lastFailure, explanation: lastFailure.serverDetail });
    this.submissionId = submissionId;
  }
}
