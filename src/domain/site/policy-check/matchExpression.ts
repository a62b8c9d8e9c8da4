// Translates the `match` of a mapping rule into a regular expression of JavaScript. The source of the rules: the API says
// that `match` is a regular expression for the whole text, and the published mapper of Globus (the Python package
// globus-identity-mapping) reads it in a reduced language. Which of the two a site does is an assumption [A].

import { ExpressionParser, ExpressionProblem } from './ExpressionParser.ts';

/** How an expression is read: as the published mapper of Globus does, or as any regular expression of Python. */
type Reading = 'reduced' | 'full';

/** An expression in JavaScript. */
export interface CompiledExpression {
  kind: 'compiled';
  /** The source of a regular expression for the flag "u", which matches from the start of the text. */
  source: string;
  /** Whether Python and JavaScript read it in the same way in ASCII texts only. */
  needsAscii: boolean;
  /** The only text that it matches; null if it has special characters. */
  plainText: string | null;
}

/**
 * The result of reading an expression. "invalid": a site that reads it so refuses it. "unsupported": Python has it, but
 * JavaScript doesn't, or not with the same meaning.
 */
export type ReadExpression = CompiledExpression | { kind: 'invalid' | 'unsupported'; problem: string };

const MAX_LENGTH = 1000;

/** Reads an expression. Never throws. */
function readExpression(expression: string, reading: Reading): ReadExpression {
  if (expression.length > MAX_LENGTH)
    return { kind: 'unsupported', problem: `is longer than ${MAX_LENGTH.toLocaleString('en')} characters` };
  try {
    if (reading === 'reduced') assertReduced(expression);
    return compile(expression, reading);
  } catch (error) {
    if (error instanceof ExpressionProblem) return { kind: error.kind, problem: error.message };
    throw error;
  }
}

/**
 * Returns the readings of an expression to evaluate: one if both mean the same. A site that refuses an expression can't
 * have stored it, so a reading in which it is invalid doesn't count unless the other one is invalid too.
 */
export function readingsOf(expression: string): ReadExpression[] {
  const reduced = readExpression(expression, 'reduced');
  const full = readExpression(expression, 'full');
  if (full.kind === 'invalid') return [reduced];
  if (reduced.kind === 'invalid') return [full];
  const isSame = reduced.kind === 'compiled' && full.kind === 'compiled' && reduced.source === full.source;
  return isSame ? [reduced] : [reduced, full];
}

function compile(expression: string, reading: Reading): CompiledExpression {
  const parser = new ExpressionParser(expression, reading === 'reduced');
  const { source, isAlternation } = parser.parse();
  const { needsAscii, plainText } = parser;
  // The published mapper puts ^ and $ around the expression. In `a|b`, the $ belongs to the last alternative only.
  const isLoose = reading === 'reduced' && isAlternation;
  const anchored = isLoose ? `^(?:${source}$)` : `^(?:${source})$`;
  return { kind: 'compiled', source: anchored, needsAscii, plainText };
}

/** Applies the checks of the published mapper. */
function assertReduced(expression: string): void {
  const refused =
    /\\[^.?*|()\\0-9]/u.exec(expression) ?? /[*?]\?/.exec(expression) ?? /^[*?]/.exec(expression);
  if (refused) throw new ExpressionProblem('invalid', `has “${refused[0]}”, which Globus doesn’t accept`);
  // After an escaped backslash, the published mapper takes special characters for escaped ones.
  if (expression.includes('\\\\')) throw new ExpressionProblem('unsupported', 'has an escaped backslash');
}
