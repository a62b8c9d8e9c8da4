import { useEffect, useState } from 'react';
import type { ExpressionWorker } from '../../browser/regular-expressions/ExpressionWorker.ts';
import type { MatchExpression } from '../../domain/site/policy-check/mapIdentity.ts';

/**
 * Returns what evaluates the regular expressions of identity mappings: a worker, whose code loads with the first of them,
 * and which ends with the component.
 */
export function useExpressionMatcher(): MatchExpression {
  const [matcher] = useState(createMatcher);
  useEffect(() => matcher.stop, [matcher]);
  return matcher.match;
}

function createMatcher(): { match: MatchExpression; stop: () => void } {
  let loading: Promise<ExpressionWorker> | null = null;
  return {
    match: async (...expression) => {
      loading ??= import('../../browser/regular-expressions/ExpressionWorker.ts').then(
        (module) => new module.ExpressionWorker(),
      );
      const worker = await loading.catch(() => null);
      if (worker) return worker.match(...expression);
      // Its code couldn't be loaded. The next check tries again.
      loading = null;
      return { kind: 'unavailable' };
    },
    stop: () => void loading?.then((worker) => worker.stop()).catch(() => undefined),
  };
}
