import type { ErrorInfo } from '../serving/errorDocuments.ts';
import { defaultErrorCode } from '../serving/errorDocuments.ts';

/** An error response. It is sent in the format of the API version of the request. */
export class TransferError extends Error implements ErrorInfo {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly authorizationParameters: Record<string, unknown> | undefined;

  constructor({
    status,
    code,
    detail,
    authorizationParameters,
  }: Omit<ErrorInfo, 'code'> & { code?: string }) {
    super(detail);
    this.status = status;
    this.code = code ?? defaultErrorCode(status);
    this.detail = detail;
    this.authorizationParameters = authorizationParameters;
  }
}

/** A validation issue, with the texts and format of pydantic 2, which the real services use. */
export interface ValidationIssue {
  type: string;
  loc: (string | number)[];
  msg: string;
  input?: unknown;
  ctx?: Record<string, unknown>;
}

/** Sent as status 422 with all issues. */
export class ValidationError extends Error {
  readonly issues: ValidationIssue[];

  constructor(issues: ValidationIssue[]) {
    super('The request did not pass validation.');
    this.issues = issues;
  }
}

export const conflict = (detail: string) => new TransferError({ status: 409, detail });
/** Unknown and invisible resources get the same error, so that no one can find out what exists. */
export const notFound = (what: string, id: string) =>
  new TransferError({ status: 404, detail: `There is no ${what} ${id}, or it is not visible to you.` });
