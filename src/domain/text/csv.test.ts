import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1', "'\t=1"],
  [' blank', '" blank"'],
  ['＝1', "'＝1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  [-2, '-2'],
  [true, 'true'],
  [null, ''],
])('%j becomes %j', (value, cell) => {
  expect(toCsv([[value]])).toBe(`${cell}\r\n`);
});

it('no cell begins like a formula, and every text can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [cell = ''] = readRow(toCsv([[text, 'end']]));
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
      expect([text, `'${text}`]).toContain(cell);
    }),
  );
});

/** Reads one row of RFC 4180, independently of the code under test. */
function readRow(csv: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? '';
    const isDoubled = isQuoted && sign === '"' && csv[at + 1] === '"';
    if (!isQuoted && csv.startsWith('\r\n', at)) break;
    if (isDoubled) at += 1;
    if (!isQuoted && sign === ',') cells.push('');
    else if (sign === '"' && !isDoubled) isQuoted = !isQuoted;
    else cells.push((cells.pop() ?? '') + sign);
  }
  return cells;
}
