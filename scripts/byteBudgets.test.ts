import { expect, it } from 'vitest';
import { isWithinBudget, type ManifestChunk, measureBuild } from './byteBudgets.mjs';

const BYTES: Record<string, number> = {
  'boot.js': 8_000,
  'script of index.html': 1_000,
  'app.js': 70_000,
  'react.js': 60_000,
  'details.js': 61_000,
  'chart.js': 85_000,
  'app.css': 3_000,
  'style of index.html': 2_000,
};

const MANIFEST: Record<string, ManifestChunk> = {
  'index.html': { file: 'boot.js' },
  '_app.js': { file: 'app.js', name: 'app', imports: ['_react.js', 'index.html'], css: ['app.css'] },
  '_react.js': { file: 'react.js' },
  'src/features/details/DetailsPage.tsx': {
    file: 'details.js',
    imports: ['_react.js'],
    css: ['app.css'],
    isDynamicEntry: true,
  },
  'src/features/fleet/charts/EndsChart.tsx': { file: 'chart.js', isDynamicEntry: true },
};

const weights = measureBuild(MANIFEST, (file) => BYTES[file] ?? 0);
const weightOf = (name: string) => weights.find((line) => line.name === name);

it('counts what a page imports statically, once, and for a later page only what the first has not', () => {
  expect(weights.map(({ name, script }) => [name, script])).toEqual([
    ['sign-in', 9],
    ['first page with rows', 139],
    ['src/features/details/DetailsPage.tsx', 61],
    ['src/features/fleet/charts/EndsChart.tsx', 85],
  ]);
  expect(weightOf('first page with rows')?.style).toBe(5);
});

it('breaks on a page over its budget; charts have none', () => {
  expect(weights.filter((line) => !isWithinBudget(line)).map(({ name }) => name)).toEqual([
    'first page with rows',
    'src/features/details/DetailsPage.tsx',
  ]);
});
