import { useEffect, useState } from 'react';
import { ExpressionWorker } from '../../../browser/regular-expressions/ExpressionWorker.ts';
import { type AccessChanges, compareAccess } from '../../../domain/site/policy-check/checkPeople.ts';
import type { GatewayPolicy } from '../../../domain/site/policy-check/checkPolicy.ts';
import type { PolicySubject } from '../../../domain/site/policy-check/interpolate.ts';

/** How long the policy has to stay the same before it is compared, so that typing doesn't start a check for each key. */
const PAUSE_MS = 300;

/** Compares a saved with an edited policy for some people. Returns null until the comparison is complete. */
export function useAccessChanges(
  saved: GatewayPolicy,
  edited: GatewayPolicy,
  subjects: readonly PolicySubject[],
): AccessChanges | null {
  const key = JSON.stringify([saved, edited, subjects]);
  const [result, setResult] = useState<{ key: string; changes: AccessChanges } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the three
  useEffect(() => {
    const worker = new ExpressionWorker();
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const changes = await compareAccess(saved, edited, subjects, worker.match);
      if (isCurrent) setResult({ key, changes });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      worker.stop();
    };
  }, [key]);
  return result?.key === key ? result.changes : null;
}
