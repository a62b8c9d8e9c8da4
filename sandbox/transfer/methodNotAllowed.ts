import type { Handler } from 'hono';
import { TransferError } from './errors.ts';
import type { TransferEnv } from './transferEnv.ts';

/** Returns a handler that rejects all other methods of a path with 405 and lists the allowed ones. */
export function methodNotAllowed(...methods: string[]): Handler<TransferEnv> {
  return (c) => {
    c.header('Allow', methods.join(', '));
    throw new TransferError({ status: 405, detail: `${c.req.method} is not allowed here.` });
  };
}
