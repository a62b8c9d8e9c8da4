import type { Handler } from 'hono';
import { TransferError } from './errors.ts';
import type { TransferEnv } from './transferEnv.ts';

/** For what is left of a path when its methods have been served: 405, naming those. */
export function methodNotAllowed(...methods: string[]): Handler<TransferEnv> {
  return (c) => {
    c.header('Allow', methods.join(', '));
    throw new TransferError({ status: 405, detail: `${c.req.method} is not possible here.` });
  };
}
