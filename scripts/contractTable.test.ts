import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDERS = { dashboard: 'src/', sandbox: 'sandbox/' } as const;
type Column = keyof typeof FOLDERS;

/** The rows of every table that says where the dashboard and the sandbox use a fact. */
const rows = readTables(readFileSync('docs/globus-api.md', 'utf8'));

test('the contract names, for each fact, the file that uses it, and each file exists', () => {
  expect(rows.length).toBeGreaterThan(40);
  const missing = rows.flatMap(({ fact, files }) =>
    files.filter((file) => !existsSync(file)).map((file) => `${file}: ${fact.slice(0, 60)}`),
  );
  expect(missing).toEqual([]);
  expect(rows.filter(({ isComplete }) => !isComplete).map(({ fact }) => fact)).toEqual([]);
});

interface Row {
  fact: string;
  files: string[];
  /** Whether every cell says something. */
  isComplete: boolean;
}

function readTables(markdown: string): Row[] {
  let columns: (Column | null)[] = [];
  const found: Row[] = [];
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) columns = [];
    else if (columns.length === 0) columns = cells(line).map(toColumn);
    else if (columns.some(Boolean) && !line.startsWith('|---')) found.push(readRow(cells(line), columns));
  }
  return found;
}

function readRow(texts: string[], columns: (Column | null)[]): Row {
  const files = texts.flatMap((text, index) => {
    const column = columns[index];
    const names = [...text.matchAll(/`([^`\s]+\/[^`\s]+\.\w+)`/g)].map(([, name]) => name ?? '');
    return column ? names.map((name) => FOLDERS[column] + name) : [];
  });
  return { fact: texts[0] ?? '', files, isComplete: texts.length === columns.length && texts.every(Boolean) };
}

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function toColumn(title: string): Column | null {
  return title === 'dashboard' || title === 'sandbox' ? title : null;
}
