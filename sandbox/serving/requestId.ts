import { randomBytes } from 'node:crypto';

/** Returns a new request ID: nine letters and digits, like those that Globus support asks for. */
export function newRequestId(): string {
  return randomBytes(12)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .padEnd(9, 'x')
    .slice(0, 9);
}
