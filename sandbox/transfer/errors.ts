import type { ErrorInfo } from '../serving/errorDocuments.ts';
import { defaultErrorCode } from '../serving/errorDocuments.ts';

/** A refusal; thrown by handlers and written in the form of the API version that was called. */
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

/** One finding of a validation, in the words and form of the library that real services use (pydantic 2). */
export interface ValidationIssue {
  type: string;
  loc: (string | number)[];
  msg: string;
  input?: unknown;
  ctx?: Record<string, unknown>;
}

/** Answered with 422 and all findings. */
export class ValidationError extends Error {
  readonly issues: ValidationIssue[];

  constructor(findings: ValidationIssue[]) {
    super('The request did not pass validation.');
    this.issues = findings;
  }
}

export const conflict = (detail: string) => new TransferError({ status: 409, detail });
/** Unknown and invisible look the same, so that nobody can find out what exists. */
export const notFound = (what: string, id: string) =>
  new TransferError({ status: 404, detail: `There is no ${what} ${id}, or it is not visible to you.` });
