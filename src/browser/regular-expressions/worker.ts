// Evaluates regular expressions that others wrote. One that never ends blocks only this worker, which the page then ends.

import type { ExpressionRequest, ExpressionResponse } from './messages.ts';

addEventListener('message', ({ data }: MessageEvent<ExpressionRequest>) => send(evaluate(data)));
send({ kind: 'ready' });

function evaluate({ source, ignoreCase, text }: ExpressionRequest): ExpressionResponse {
  try {
    const result = new RegExp(source, ignoreCase ? 'iu' : 'u').exec(text);
    if (!result) return { kind: 'no-match' };
    return { kind: 'match', groups: result.slice(1).map((group) => group ?? null) };
  } catch {
    return { kind: 'unavailable' };
  }
}

function send(response: ExpressionResponse): void {
  postMessage(response);
}
