import { namespaced } from '../../browser/namespace.ts';
import { requestSessionFromTabs, watchAnswers } from '../tabs.ts';

/** How long to wait for tabs that the browser has frozen, in milliseconds. */
const ANSWER_TIMEOUT_MS = 5_000;

const lockName = () => namespaced('tab');

/** Lets other tabs count this one: it holds a shared lock as long as the page is open. */
export function joinTabs(): void {
  if ('locks' in navigator)
    void navigator.locks.request(lockName(), { mode: 'shared' }, () => new Promise(() => {}));
}

/** Takes over newer tokens of the other tabs. Resolves when each has answered, or after five seconds. */
export async function hearFromOtherTabs(): Promise<void> {
  const expected = await countOtherTabs();
  if (expected === 0) return;
  const question = `${Date.now()} ${Math.random()}`;
  let count = 0;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ANSWER_TIMEOUT_MS);
    watchAnswers((answered) => {
      if (answered === question) count += 1;
      if (count >= expected) resolve();
    });
    requestSessionFromTabs(question);
  });
}

async function countOtherTabs(): Promise<number> {
  if (!('locks' in navigator)) return 1;
  const { held = [] } = await navigator.locks.query();
  return Math.max(held.filter(({ name }) => name === lockName()).length - 1, 0);
}
