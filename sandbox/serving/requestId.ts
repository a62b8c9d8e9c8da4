import { randomBytes } from 'node:crypto';

/** The id by which support finds a call: nine letters and digits. */
export function newRequestId(): string {
  return randomBytes(12)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .padEnd(9, 'x')
    .slice(0, 9);
}
