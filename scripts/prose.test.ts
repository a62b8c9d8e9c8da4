import { describe, expect, it } from 'vitest';
import { checkProse } from './prose.mjs';

const found = (name: string, source: string) => checkProse(name, source).map((finding) => finding.found);

describe('the places it reads', () => {
  it.each([
    ['a string', 'a.ts', "const text = 'Globus tells why';"],
    ['a template', 'a.ts', `const text = \`tells \${name} why\`;`],
    ['the end of a template', 'a.ts', `const text = \`\${name} tells why\`;`],
    ['text in JSX', 'a.tsx', 'const page = <p>Globus tells why</p>;'],
    ['an attribute in JSX', 'a.tsx', 'const page = <p title="Globus tells why" />;'],
    ['a comment', 'a.ts', '// Globus tells why.\nconst a = 1;'],
    ['a comment at the end of a line', 'a.ts', 'const a = 1; // Globus tells why.'],
    ['TSDoc', 'a.ts', '/**\n * Globus tells why.\n */\nexport const a = 1;'],
    ['a style sheet', 'a.css', '/* Globus tells why. */\na { color: red; }'],
    ['a page', 'a.html', '<p>Globus tells why</p>'],
    ['Markdown', 'a.md', 'Globus tells why.'],
    ['a script', 'a.mjs', "say('Globus tells why');"],
  ])('%s', (_place, name, source) => {
    expect(found(name, source)).toEqual(['tells']);
  });

  it.each([
    ['a name', 'a.ts', 'const tells = told(somebody);'],
    ['a key', 'a.ts', "const kind = 'told';"],
    ['code inside a template', 'a.ts', `const text = \`a \${told} b\`;`],
    ['a path', 'a.ts', "import { a } from './what is told.ts';"],
    ['code in Markdown', 'a.md', 'Run `told`.\n\n    told it\n\n```\ntold it\n```\n'],
  ])('but not %s', (_place, name, source) => {
    expect(found(name, source)).toEqual([]);
  });

  it('finds a phrase that runs over the end of a line, and names its line', () => {
    const source = '/**\n * Renders what one\n * may do.\n */\nexport const a = 1;\n// A tunnel is\n// over.';
    expect(checkProse('a.ts', source)).toMatchObject([
      { line: 2, found: 'what one may' },
      { line: 6, found: 'is over' },
    ]);
  });

  it('finds every occurrence', () => {
    expect(found('a.md', 'It told somebody. Somebody was told.')).toEqual([
      'told',
      'told',
      'somebody',
      'Somebody',
    ]);
  });
});

// One planted case a rule at least, in the order of the rules; then correct English that looks alike.
it.each([
  ['what Globus told', 'told'],
  ['untold changes', 'untold'],
  ['nobody has to act', 'nobody'],
  ['sign in to go on', 'go on'],
  ['there is no way on', 'way on'],
  ['it retries by itself', 'by itself'],
  ['its 10080 minutes were over', 'were over'],
  ['none left', 'none left'],
  ['make it again', 'make it again'],
  ['make a new tunnel', 'make a new tunnel'],
  ['whose turn it is', 'whose turn'],
  ['takes it no more', 'takes it no more'],
  ['no more tunnels', 'no more'],
  ['not possible at present', 'at present'],
  ['Globus is asked again', 'asked again'],
  ['what one can do', 'what one can'],
  ['Should no answer come, wait', 'Should no'],
  ["on Globus’ page and Globus' page", "Globus'"],
  ['its behaviour', 'behaviour'],
  ['send an e-mail', 'e-mail'],
  ['the people of a site', 'people of a site'],
])('finds in “%s”: %s', (text, expected) => {
  expect(found('a.md', text)).toContain(expected);
});

it.each([
  'You can stop this tunnel. At most, no more than 5 tunnels.',
  'The fetch goes over HTTP, and the list is overdue.',
  'Globus says: “ok”. Globus Auth, Globus-hosted.',
  'If it should fail, try again. The Globus page shows it.',
  'Let it run once more; make sure that the label fits.',
])('accepts “%s”', (text) => {
  expect(found('a.md', text)).toEqual([]);
});
