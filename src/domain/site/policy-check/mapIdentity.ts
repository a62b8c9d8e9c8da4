import { toSingleLine } from '../../text/plainText.ts';
import type { IdentityMapping, MappingRule } from './identityMapping.ts';
import { interpolate, type PolicySubject } from './interpolate.ts';
import { type CompiledExpression, type ReadExpression, readingsOf } from './matchExpression.ts';

/** The result of a regular expression: what its groups matched (null for one that took no part), or why there is none. */
type MatchResult =
  | { kind: 'match'; groups: (string | null)[] }
  | { kind: 'no-match' }
  /** It took too long. */
  | { kind: 'timeout' }
  /** The browser can't evaluate it. */
  | { kind: 'unavailable' };

/**
 * Evaluates a regular expression of JavaScript with the flag "u", within a time limit: the evaluation of a hostile one may
 * never end.
 */
export type MatchExpression = (source: string, ignoreCase: boolean, text: string) => Promise<MatchResult>;

/** The username that a site gives an identity, or why there is none. The reason is one or more whole sentences. */
export type MappingResult =
  | { kind: 'mapped'; username: string; reason: string }
  | { kind: 'no-rule'; reason: string }
  | { kind: 'undecided'; reason: string };

/** A rule applied to an identity, in one of its readings. */
type RuleResult =
  | { kind: 'username'; username: string }
  | { kind: 'no-match' }
  | { kind: 'undecided'; reason: string };

const MAX_RULES = 10_000;
const MAX_EVALUATIONS = 500;
const MAX_TEXT = 1000;
// A regular expression sees these differently in Python: `.` doesn't stop at all of them, `$` may match before one.
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what ASCII is.
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Finds the username that a gateway's mappings give an identity. The documents and their rules are applied in order, and
 * the first rule that matches decides (globus-api.md, "GCS Manager"). That a later document is tried after an earlier one
 * is an assumption [A], and so is that an empty list means the same as none.
 */
export async function mapIdentity(
  subject: PolicySubject,
  mappings: readonly IdentityMapping[] | null,
  match: MatchExpression,
): Promise<MappingResult> {
  const name = quoted(subject.username);
  if (mappings === null || mappings.length === 0) {
    const reason = 'The gateway has no identity mapping, so the username is the full name of the identity.';
    return { kind: 'mapped', username: subject.username, reason };
  }
  let ruleNumber = 0;
  const evaluate = limited(match);
  for (const mapping of mappings) {
    if (mapping.kind === 'external') return undecided(EXTERNAL);
    if (mapping.kind === 'unreadable')
      return undecided('The gateway has an identity mapping of a type that this dashboard doesn’t know.');
    for (const rule of mapping.rules) {
      ruleNumber += 1;
      if (ruleNumber > MAX_RULES) return undecided(TOO_MANY_RULES);
      const result = await applyRule(rule, subject, evaluate);
      if (result.kind === 'no-match') continue;
      const label = `Rule ${ruleNumber.toLocaleString('en')}`;
      if (result.kind === 'undecided') return undecided(`${label} of the identity mapping ${result.reason}.`);
      const reason = `${label} of the identity mapping maps ${name} to ${quoted(result.username)}.`;
      return { kind: 'mapped', username: result.username, reason };
    }
  }
  const reason = `No rule of the identity mapping applies to ${name}, so there is no username.`;
  return { kind: 'no-rule', reason };
}

const EXTERNAL =
  'A program at the site maps identities to usernames. Its result can’t be predicted outside the site.';
const TOO_MANY_RULES = `No rule applied among the first ${MAX_RULES.toLocaleString('en')}. This dashboard doesn’t check the others.`;

/** Applies one rule. The reasons continue a sentence that begins with the rule. */
async function applyRule(
  rule: MappingRule | null,
  subject: PolicySubject,
  match: MatchExpression,
): Promise<RuleResult> {
  if (rule === null) return undecided('isn’t readable');
  const source = interpolate(rule.source, subject, []);
  if (source.kind === 'problem')
    return undecided(`can’t be evaluated here, because its source ${source.problem}`);
  if (source.text.length > MAX_TEXT || CONTROL.test(source.text))
    return undecided('has a source with control characters, or one that is too long to check here');
  if (rule.literal) return applyLiteral(rule, source.text, subject);
  const results: RuleResult[] = [];
  for (const expression of readingsOf(rule.match)) {
    const result = await applyExpression(expression, rule, source.text, subject, match);
    if (result.kind === 'undecided') return result;
    results.push(result);
  }
  const [first, second] = results;
  if (!first) return undecided('isn’t readable');
  return second === undefined || isSame(first, second) ? first : undecided(TWO_READINGS);
}

const TWO_READINGS =
  'has an expression that Globus may read in two ways, with different results. The published mapper of Globus gives only “.”, “?”, “*”, “|” and “( )” a special meaning, and in “a|b” checks the end of the last alternative only';

function isSame(first: RuleResult, second: RuleResult): boolean {
  if (first.kind === 'username' && second.kind === 'username') return first.username === second.username;
  return first.kind === second.kind;
}

async function applyExpression(
  expression: ReadExpression,
  rule: MappingRule,
  text: string,
  subject: PolicySubject,
  match: MatchExpression,
): Promise<RuleResult> {
  if (expression.kind !== 'compiled') {
    const start = expression.kind === 'invalid' ? 'isn’t valid' : 'can’t be evaluated here';
    return undecided(`${start}, because its expression ${expression.problem}`);
  }
  const dependsOnAscii = rule.ignoreCase || expression.needsAscii;
  if (dependsOnAscii && !(ASCII.test(text) && ASCII.test(rule.match)))
    return undecided('can’t be evaluated here, because letters outside ASCII compare differently in Python');
  const result = await matchText(expression, rule.ignoreCase, text, match);
  if (result.kind === 'no-match') return result;
  if (result.kind === 'timeout') return undecided('has an expression that takes too long to evaluate');
  if (result.kind === 'unavailable') return undecided('has an expression that this browser can’t evaluate');
  return toUsername(rule, subject, result.groups);
}

/** Saves the matcher the expressions that are ordinary texts: sites often have one rule for each person. */
async function matchText(
  { source, plainText }: CompiledExpression,
  ignoreCase: boolean,
  text: string,
  match: MatchExpression,
): Promise<MatchResult> {
  if (plainText === null) return match(source, ignoreCase, text);
  return isEqual(plainText, text, ignoreCase) ? { kind: 'match', groups: [] } : { kind: 'no-match' };
}

function applyLiteral(rule: MappingRule, text: string, subject: PolicySubject): RuleResult {
  // The published mapper treats some escapes as such even in a literal.
  if (rule.match.includes('\\')) return undecided('is literal and has a backslash, which may have a meaning');
  if (rule.ignoreCase && !(ASCII.test(text) && ASCII.test(rule.match)))
    return undecided('can’t be evaluated here, because letters outside ASCII compare differently in Python');
  if (!isEqual(rule.match, text, rule.ignoreCase)) return { kind: 'no-match' };
  return toUsername(rule, subject, []);
}

function toUsername(rule: MappingRule, subject: PolicySubject, groups: (string | null)[]): RuleResult {
  const output = interpolate(rule.output, subject, groups);
  if (output.kind === 'problem')
    return undecided(`can’t be evaluated here, because its output ${output.problem}`);
  if (output.text === '' || output.text.length > MAX_TEXT || CONTROL.test(output.text))
    return undecided('results in a username that is empty, too long, or has control characters');
  return { kind: 'username', username: output.text };
}

function isEqual(first: string, second: string, ignoreCase: boolean): boolean {
  return ignoreCase ? first.toLowerCase() === second.toLowerCase() : first === second;
}

function undecided(reason: string): { kind: 'undecided'; reason: string } {
  return { kind: 'undecided', reason };
}

/** Limits the number of evaluations, so that a policy with thousands of expressions ends. */
function limited(match: MatchExpression): MatchExpression {
  let evaluations = 0;
  return (...expression) => {
    evaluations += 1;
    return evaluations > MAX_EVALUATIONS ? Promise.resolve({ kind: 'timeout' }) : match(...expression);
  };
}

function quoted(text: string): string {
  return `“${toSingleLine(text, 80)}”`;
}
