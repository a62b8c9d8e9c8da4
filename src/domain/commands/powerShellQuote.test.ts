import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIDDEN_CHARACTERS } from '../text/hiddenCharacters.ts';
import { powerShellQuote } from './powerShellQuote.ts';

test.each([
  ['plain', 'plain'],
  ['--label', '--label'],
  ['a,b', "'a,b'"],
  ['', "''"],
  ["it's $5", "'it''s $5'"],
  ['it’s', "'it’’s'"],
  ['a\nb $(id) "c"', '"a`u{a}b `$(id) `"c`""'],
  ['\u202e`', '"`u{202e}``"'],
])('writes %j', (arg, line) => {
  expect(powerShellQuote([arg])).toBe(line);
});

/** Reads a line as PowerShell reads arguments of a program (about_Parsing, about_Quoting_Rules). */
function readPowerShell(line: string): string[] {
  const args: string[] = [];
  let rest = line;
  while (rest !== '') {
    const quoted =
      /^['\u2018-\u201b]((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)['\u2018-\u201b](?: |$)/u.exec(rest) ??
      /^["\u201c-\u201e]((?:[^`$"\u201c-\u201e]|`.(?:\{[0-9a-f]{1,6}\})?)*)["\u201c-\u201e](?: |$)/su.exec(
        rest,
      ) ??
      /^([\w./:-]+)(?: |$)/.exec(rest);
    if (!quoted) throw new Error(`PowerShell can't read this: ${rest}`);
    const [whole, inside = ''] = quoted;
    args.push(
      rest.startsWith('"')
        ? inside.replace(/`(?:u\{([0-9a-f]+)\}|(.))/gsu, (_, code?: string, plain?: string) =>
            code === undefined ? (plain ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
          )
        : rest.startsWith("'")
          ? inside.replace(/(['\u2018-\u201b])\1/g, '$1')
          : inside,
    );
    rest = rest.slice(whole.length);
  }
  return args;
}

test('PowerShell reads exactly the same arguments back, and all of them are visible', () => {
  const nasty = fc.constantFrom(
    ...'\'"$`\\!*?~#&;|<>(){}[]=%@, \n\t',
    ...['‘', '’', '‚', '‛', '“', '”', '„', '$(id)', '\u202e', '\u200b', '`u{41}', '--%', '\u{e0041}'],
  );
  const anyArgument = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(nasty).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(anyArgument), (args) => {
      const line = powerShellQuote(args);
      expect(readPowerShell(line)).toEqual(args.map((arg) => arg.replaceAll('\0', '')));
      expect(line).not.toMatch(new RegExp(`[${HIDDEN_CHARACTERS}]`, 'u'));
    }),
    { numRuns: 500 },
  );
});
