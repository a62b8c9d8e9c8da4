import { expect, test } from 'vitest';
import { mapIdentity } from './mapIdentity.ts';
import { matchForTests, rulesForTests, subjectForTests } from './policyForTests.ts';

const ADA = subjectForTests('ada@lab.example');
const rule = (match: string, output = '{0}', more = {}) => ({ source: '{username}', match, output, ...more });

async function mapped(rules: unknown[], subject = ADA, match = matchForTests) {
  const result = await mapIdentity(subject, rulesForTests(...rules), match);
  return result.kind === 'mapped' ? result.username : result.kind;
}

test.each<[string, unknown, string]>([
  ['a group', rule('(.*)@lab\\.example'), 'ada'],
  ['two groups', rule('(.*)@(.*)\\.example', '{1}_{0}'), 'lab_ada'],
  ['a group used twice', rule('(.*)@.*', '{0}{0}'), 'adaada'],
  ['a fixed username', rule('ada@lab\\.example', 'beam'), 'beam'],
  ['a choice', rule('(ada|eve)@lab\\.example', 'beam'), 'beam'],
  ['the whole text is required', rule('ada', 'beam'), 'no-rule'],
  ['the whole text is required at its end', rule('(.*)@lab', 'beam'), 'no-rule'],
  ['case counts', rule('ADA@LAB\\.EXAMPLE', 'beam'), 'no-rule'],
  ['unless ignore_case is set', rule('(A.*)@LAB\\.EXAMPLE', '{0}', { ignore_case: true }), 'ada'],
  ['a literal', rule('ada@lab.example', 'beam', { literal: true }), 'beam'],
  ['a literal has no pattern', rule('(.*)@lab.example', 'beam', { literal: true }), 'no-rule'],
  [
    'a literal that ignores case',
    rule('ADA@lab.example', 'beam', { literal: true, ignore_case: true }),
    'beam',
  ],
  ['a literal has no groups', rule('ada@lab.example', '{0}', { literal: true }), 'undecided'],
  ['an identity field in the output', rule('.*', '{id}'), 'id-1'],
  [
    'text around fields in the source',
    { source: '{id}:{email}', match: 'id-1:(.*)@mail\\.example', output: '{0}' },
    'ada',
  ],
  ['a field that isn’t read here', { source: '{status}', match: '.*', output: 'x' }, 'undecided'],
  ['a group that doesn’t exist', rule('(.*)@lab\\.example', '{1}'), 'undecided'],
  ['a group that matched nothing', rule('(x)?ada@lab\\.example', '{0}'), 'undecided'],
  ['an empty username', rule('()ada@lab\\.example', '{0}'), 'undecided'],
  ['a prototype’s name is no field', { source: '{constructor}', match: '.*', output: 'x' }, 'undecided'],

  // The published mapper of Globus takes + ^ $ [ ] { } literally; other regular expressions don't.
  ['a set, where both readings differ', rule('([a-z]*)@lab\\.example'), 'undecided'],
  ['a repetition, where both readings differ', rule('(.+)@lab\\.example'), 'undecided'],
  ['a set that matches in no reading', rule('([0-9]+)@lab\\.example'), 'no-rule'],
  ['anchors, where both readings differ', rule('^(.*)@lab\\.example$'), 'undecided'],
  ['an escape that the published mapper refuses', rule('(\\w*)@lab\\.example'), 'ada'],
  ['a lazy repetition that the published mapper refuses', rule('(.*?)@.*'), 'ada'],
  ['an alternative that isn’t bounded in one reading', rule('ada|eve@lab\\.example', 'beam'), 'undecided'],
  ['a reference to a group', rule('(a)d\\1@lab\\.example'), 'undecided'],
  ['a named group of Python', rule('(?P<user>.*)@lab\\.example'), 'undecided'],
  ['a lookahead', rule('(?=ada)(.*)@lab\\.example'), 'undecided'],
  ['an unmatched parenthesis', rule('(.*@lab\\.example'), 'undecided'],
  ['too long an expression', rule('a'.repeat(1001)), 'undecided'],
  ['a username that is too long', rule('.*', 'x'.repeat(1001)), 'undecided'],
])('%s', async (_what, document, result) => {
  expect(await mapped([document])).toBe(result);
});

test('the first rule that applies decides, and rules after one that can’t be evaluated don’t', async () => {
  expect(await mapped([rule('eve@.*', 'a'), rule('ada@.*', 'b'), rule('.*', 'c')])).toBe('b');
  expect(await mapped([rule('ada@.*', 'b'), rule('(?=a).*', 'c')])).toBe('b');
  expect(await mapped([rule('(?=a).*', 'c'), rule('ada@.*', 'b')])).toBe('undecided');
  expect(await mapped([rule('ada@.*', 5 as never), rule('ada@.*', 'b')])).toBe('undecided');
});

test('only the username is known of a pasted one', async () => {
  const pasted = subjectForTests('ada@lab.example', {
    id: null,
    name: null,
    organization: null,
    email: null,
  });
  expect(await mapped([rule('(.*)@.*')], pasted)).toBe('ada');
  expect(await mapped([{ source: '{email}', match: '.*', output: 'x' }], pasted)).toBe('undecided');
});

test('names with brackets, control characters or letters that fold differently aren’t guessed', async () => {
  expect(await mapped([rule('(.*)@.*')], subjectForTests('{id}@lab.example'))).toBe('undecided');
  expect(await mapped([rule('(.*)@.*')], subjectForTests('ada\n@lab.example'))).toBe('undecided');
  expect(await mapped([rule('(.*)@.*')], subjectForTests('ädä@lab.example'))).toBe('ädä');
  expect(
    await mapped([rule('(.*)@.*', '{0}', { ignore_case: true })], subjectForTests('ädä@lab.example')),
  ).toBe('undecided');
});

test('an expression that never ends, or a browser that can’t evaluate it, decides nothing', async () => {
  expect(await mapped([rule('(.*)@.*')], ADA, async () => ({ kind: 'timeout' }))).toBe('undecided');
  expect(await mapped([rule('(.*)@.*')], ADA, async () => ({ kind: 'unavailable' }))).toBe('undecided');
});

test('ten thousand rules are evaluated without a matcher where they are ordinary texts', async () => {
  const rules = Array.from({ length: 10_000 }, (_, at) => rule(`user${at}@lab\\.example`, `u${at}`));
  const never = () => Promise.reject(new Error('no matcher'));
  expect(await mapped(rules, subjectForTests('user9999@lab.example'), never)).toBe('u9999');
  expect(await mapped([...rules, rule('ada@lab\\.example', 'x')], ADA, never)).toBe('undecided');
});

test('thousands of expressions are evaluated up to a limit', async () => {
  let evaluations = 0;
  const count = async () => {
    evaluations += 1;
    return { kind: 'no-match' } as const;
  };
  expect(
    await mapped(
      Array.from({ length: 10_000 }, () => rule('(x.*)')),
      ADA,
      count,
    ),
  ).toBe('undecided');
  expect(evaluations).toBe(500);
});
