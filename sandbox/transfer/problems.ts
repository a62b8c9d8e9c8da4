import type { ErrorFacts } from '../serving/errorDocuments.ts';
import { codeOfStatus } from '../serving/errorDocuments.ts';

/** A refusal; thrown by handlers and written in the form of the API version that was called. */
export class TransferProblem extends Error implements ErrorFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly authorizationParameters: Record<string, unknown> | undefined;

  constructor({
    status,
    code,
    detail,
    authorizationParameters,
  }: Omit<ErrorFacts, 'code'> & { code?: string }) {
    super(detail);
    this.status = status;
    this.code = code ?? codeOfStatus(status);
    this.detail = detail;
    this.authorizationParameters = authorizationParameters;
  }
}

/** One finding of a validation, in the words and form of the library that real services use (pydantic 2). */
export interface Finding {
  type: string;
  loc: (string | number)[];
  msg: string;
  input?: unknown;
  ctx?: Record<string, unknown>;
}

/** Answered with 422 and all findings. */
export class ValidationProblem extends Error {
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    super('The request did not pass validation.');
    this.findings = findings;
  }
}

export const conflict = (detail: string) => new TransferProblem({ status: 409, detail });
/** Unknown and invisible look the same, so that nobody can find out what exists. */
export const notFound = (what: string, id: string) =>
  new TransferProblem({ status: 404, detail: `There is no ${what} ${id}, or it is not visible to you.` });
