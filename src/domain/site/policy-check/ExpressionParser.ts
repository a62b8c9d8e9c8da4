/** Why an expression can't be translated; the message continues a sentence about it. */
export class ExpressionProblem extends Error {
  readonly kind: 'invalid' | 'unsupported';

  constructor(kind: ExpressionProblem['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A part of an expression, in JavaScript. */
interface Part {
  source: string;
  /** Whether it matches the empty text. */
  isNullable: boolean;
  captures: number;
}

interface Quantifier {
  source: string;
  min: number;
  max: number;
}

const MAX_DEPTH = 40;
const MAX_REPEATS = 1000;
/** What the published mapper of Globus takes as ordinary characters. */
const LITERAL_IF_REDUCED = /[$+[\]^{}]/;

/**
 * Parses a regular expression of Python and writes the same one in JavaScript. It accepts only what means the same in both:
 * characters, `.`, sets, groups, alternatives, repetitions, and the escapes of punctuation, `\d`, `\w` and `\s`.
 *
 * @throws ExpressionProblem for anything else
 */
export class ExpressionParser {
  needsAscii = false;
  /** The only text that the expression matches; null once it has anything but ordinary characters. */
  plainText: string | null = '';
  readonly #characters: string[];
  readonly #isReduced: boolean;
  #at = 0;

  /** @param isReduced whether `^ $ + { } [ ]` are ordinary characters */
  constructor(expression: string, isReduced: boolean) {
    this.#characters = Array.from(expression);
    this.#isReduced = isReduced;
  }

  parse(): { source: string; isAlternation: boolean } {
    const { source, isAlternation } = this.#alternatives(0);
    if (this.#at < this.#characters.length) throw invalid('has an unmatched parenthesis');
    return { source, isAlternation };
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(): string {
    const character = this.#next;
    if (character === undefined) throw invalid('isn’t complete');
    this.#at += 1;
    return character;
  }

  #takeIf(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at += 1;
    return true;
  }

  #alternatives(depth: number): Part & { isAlternation: boolean } {
    if (depth > MAX_DEPTH) throw unsupported('has too many groups inside each other');
    const parts = [this.#sequence(depth)];
    while (this.#takeIf('|')) parts.push(this.#sequence(depth));
    if (parts.length > 1) this.plainText = null;
    return {
      source: parts.map(({ source }) => source).join('|'),
      isNullable: parts.some(({ isNullable }) => isNullable),
      captures: parts.reduce((sum, { captures }) => sum + captures, 0),
      isAlternation: parts.length > 1,
    };
  }

  #sequence(depth: number): Part {
    const whole: Part = { source: '', isNullable: true, captures: 0 };
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') {
      const part = this.#repeated(this.#atom(depth));
      whole.source += part.source;
      whole.isNullable &&= part.isNullable;
      whole.captures += part.captures;
    }
    return whole;
  }

  #atom(depth: number): Part & { isAnchor?: boolean; isCapturing?: boolean } {
    const character = this.#take();
    if (this.#isReduced && LITERAL_IF_REDUCED.test(character)) return this.#literal(character);
    if (character === '(') return this.#group(depth);
    if (character === '[') return this.#set();
    if (character === '\\') return this.#escape();
    if (/[*+?]/.test(character)) throw invalid(`has “${character}” with nothing before it to repeat`);
    if (character === '{' && this.#braces()) throw unsupported('starts a repetition with nothing before it');
    if (!/[.^$]/.test(character)) return this.#literal(character);
    this.plainText = null;
    const isAnchor = character !== '.';
    return { source: character, isNullable: isAnchor, captures: 0, isAnchor };
  }

  #literal(character: string): Part {
    if (this.plainText !== null) this.plainText += character;
    return { source: escaped(character), isNullable: false, captures: 0 };
  }

  #group(depth: number): Part & { isCapturing: boolean } {
    const isCapturing = !this.#takeIf('?');
    if (!isCapturing && !this.#takeIf(':')) throw unsupported('has a group that starts with “(?”');
    this.plainText = null;
    const { source, isNullable, captures } = this.#alternatives(depth + 1);
    if (!this.#takeIf(')')) throw invalid('has an unmatched parenthesis');
    return {
      source: isCapturing ? `(${source})` : `(?:${source})`,
      isNullable,
      captures: captures + (isCapturing ? 1 : 0),
      isCapturing,
    };
  }

  #escape(): Part {
    const character = this.#take();
    if (/[dwsDWS]/.test(character)) {
      this.needsAscii = true;
      this.plainText = null;
      return { source: `\\${character}`, isNullable: false, captures: 0 };
    }
    if (/[0-9A-Za-z]/.test(character)) throw unsupported(`has “\\${character}”`);
    return this.#literal(character);
  }

  #set(): Part {
    this.plainText = null;
    let source = this.#takeIf('^') ? '[^' : '[';
    if (this.#next === ']') throw unsupported('has a set that starts with “]”');
    while (!this.#takeIf(']')) source += this.#setItem();
    return { source: `${source}]`, isNullable: false, captures: 0 };
  }

  /** A character of a set, or a range. */
  #setItem(): string {
    const first = this.#setCharacter();
    const isRange = this.#next === '-' && this.#characters[this.#at + 1] !== ']';
    if (!isRange) return first;
    this.#at += 1;
    const last = this.#setCharacter();
    if (/^\\[dws]/i.test(first) || /^\\[dws]/i.test(last)) throw invalid('has a range that isn’t one');
    if (codeOf(first) > codeOf(last)) throw invalid('has a range in the wrong order');
    return `${first}-${last}`;
  }

  #setCharacter(): string {
    const character = this.#take();
    if (character !== '\\') return escaped(character);
    const { source } = this.#escape();
    return source === '-' ? '\\-' : source;
  }

  #repeated(part: Part & { isAnchor?: boolean; isCapturing?: boolean }): Part {
    const quantifier = this.#quantifier();
    if (!quantifier) return part;
    this.plainText = null;
    const { source, min, max } = quantifier;
    if (part.isAnchor) throw unsupported('repeats “^” or “$”');
    // JavaScript forgets what inner groups matched in an earlier round, and matches no empty round.
    const innerCaptures = part.captures - (part.isCapturing ? 1 : 0);
    if (part.captures > 0 && (part.isNullable || (innerCaptures > 0 && max > 1)))
      throw unsupported('repeats a group that the two languages capture differently');
    const lazy = this.#takeIf('?') ? '?' : '';
    this.#assertNotRepeated();
    return {
      source: `${part.source}${source}${lazy}`,
      isNullable: part.isNullable || min === 0,
      captures: part.captures,
    };
  }

  #quantifier(): Quantifier | null {
    if (this.#takeIf('*')) return { source: '*', min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#takeIf('?')) return { source: '?', min: 0, max: 1 };
    if (this.#isReduced) return null;
    if (this.#takeIf('+')) return { source: '+', min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#next !== '{') return null;
    this.#at += 1;
    const braces = this.#braces();
    if (!braces) this.#at -= 1;
    return braces;
  }

  /** Reads `2}`, `2,}`, `,4}` or `2,4}`; returns null and stays for anything else, which is ordinary text. */
  #braces(): Quantifier | null {
    const end = this.#characters.indexOf('}', this.#at);
    const content = end < 0 ? '' : this.#characters.slice(this.#at, end).join('');
    const [, first = '', comma = '', last = ''] = /^(\d{0,9})(?:(,)(\d{0,9}))?$/.exec(content) ?? [];
    if (first + comma + last === '') return null;
    if (comma !== '' && first + last === '') throw unsupported('has “{,}”');
    this.#at = end + 1;
    const min = Number(first);
    const max = comma === '' ? min : last === '' ? Number.POSITIVE_INFINITY : Number(last);
    if (min > max) throw invalid('has a repetition in the wrong order');
    if (min > MAX_REPEATS || (max !== Number.POSITIVE_INFINITY && max > MAX_REPEATS))
      throw unsupported(`repeats something more than ${MAX_REPEATS.toLocaleString('en')} times`);
    return {
      source: `{${min}${comma}${max === Number.POSITIVE_INFINITY || comma === '' ? '' : max}}`,
      min,
      max,
    };
  }

  /** Python rejects a repetition of a repetition, except `a*+`, which only its newer versions have. */
  #assertNotRepeated(): void {
    if (this.#next === '*' || this.#next === '?') throw invalid('repeats a repetition');
    if (this.#next === '+' && !this.#isReduced) throw unsupported('has “+” after a repetition');
  }
}

const invalid = (message: string) => new ExpressionProblem('invalid', message);
const unsupported = (message: string) => new ExpressionProblem('unsupported', message);

function escaped(character: string): string {
  return /[$()*+./?[\\\]^{|}]/.test(character) ? `\\${character}` : character;
}

/** Returns the code point of a character of a set, which may be escaped. */
function codeOf(character: string): number {
  return Array.from(character).at(-1)?.codePointAt(0) ?? 0;
}
