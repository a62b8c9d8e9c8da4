import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ExpressionWorker } from '../../browser/regular-expressions/ExpressionWorker.ts';
import { checkPolicy, type GatewayPolicy } from '../../domain/site/policy-check/checkPolicy.ts';
import {
  OPEN_POLICY,
  rulesForTests,
  subjectForTests,
} from '../../domain/site/policy-check/policyForTests.ts';
import { render } from '../renderForTests.tsx';
import { PolicySteps } from './PolicySteps.tsx';

const ADA = subjectForTests('ada@lab.example');
const worker = new ExpressionWorker();
const check = (policy: Partial<GatewayPolicy>, subject = ADA) =>
  checkPolicy({ ...OPEN_POLICY, ...policy }, subject, 0, 0, worker.match);
const rule = (match: string) => rulesForTests({ source: '{username}', match, output: '{0}' });

test('shows the verdict, what to do, and every step with its reason and source', async () => {
  const policy = { allowedDomains: ['hpc.example'], identityMappings: rule('(.*)@lab\\.example') };
  render(<PolicySteps check={await check(policy)} />);
  await expect.element(page.getByText('ada@lab.example can’t use this gateway.')).toBeVisible();
  await expect.element(page.getByText(/^Sign in to Globus with an identity/)).toBeVisible();
  const steps = page.getByRole('listitem');
  expect(steps.elements()).toHaveLength(6);
  await expect.element(steps.first()).toHaveTextContent(/Allowed domains: Denied.*“hpc.example”.*Source:/);
  await expect.element(steps.nth(1)).toHaveTextContent('maps “ada@lab.example” to “ada”');
});

test('an expression that never ends leaves the page responsive, and can’t be decided here', async () => {
  const hostile = subjectForTests(`${'a'.repeat(60)}!`);
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 10);
  const startedAt = performance.now();
  const { verdict, steps } = await check({ identityMappings: rule('(a+)+$') }, hostile);
  clearInterval(ticking);
  expect(verdict).toBe('undecided');
  expect(steps[1]?.reason).toContain('takes too long to evaluate');
  // One second for the evaluation; the rest is for starting the worker on a busy computer.
  expect(performance.now() - startedAt).toBeLessThan(8000);
  expect(ticks).toBeGreaterThan(20);

  const again = performance.now();
  await check({ identityMappings: rule('(a+)+$') }, hostile);
  expect(performance.now() - again).toBeLessThan(900);
});

test('after an expression that never ended, others are evaluated in a new worker', async () => {
  const hostile = subjectForTests(`${'x'.repeat(60)}!`);
  await check({ identityMappings: rule('(x+x+)+y') }, hostile);
  expect((await check({ identityMappings: rule('(.*)@lab\\.example') })).mappedUsername).toBe('ada');
});
