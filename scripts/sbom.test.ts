import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = new URL('../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, project), 'utf8');
const { scripts, dependencies } = JSON.parse(read('package.json'));

interface Component {
  purl: string;
  properties: { name: string; value: string }[];
}

test('the bill of materials names every package in the page, and marks the tools that built it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'globus-streams-sbom-'));
  const file = join(folder, 'sbom.json');
  // Without --omit dev, with which npm leaves out a package of the page that a tool needs too.
  execSync(scripts.sbom.replace('dist/sbom.cdx.json', `"${file}"`), { cwd: project });
  const { bomFormat, components } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  expect(bomFormat).toBe('CycloneDX');
  const isTool = ({ properties }: Component) =>
    properties.some(({ name }) => name === 'cdx:npm:package:development');
  const find = (name: string): boolean[] =>
    components
      .filter(({ purl }: Component) => decodeURIComponent(purl).startsWith(`pkg:npm/${name}@`))
      .map(isTool);
  expect(Object.keys(dependencies).filter((name) => !find(name).includes(false))).toEqual([]);
  expect(find('vite')).toEqual([true]);
});

test('every build for a host has it', () => {
  expect(scripts.sbom).toMatch(/> dist\/sbom\.cdx\.json$/);
  expect(scripts.postbuild).toBe('npm run sbom');
  expect(read('deploy/Containerfile')).toContain('RUN npm run build');
  // npm test builds without npm.
  expect(read('.github/workflows/ci.yml')).toMatch(/npm test\n\s+- run: npm run sbom\n/);
});
