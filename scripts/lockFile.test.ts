import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { missingOptionalPackages } from './lockFile.mjs';
import { projectFolder } from './prerequisites.mjs';

const binaries = { optionalDependencies: { '@tool/linux-x64': '1', '@tool/win32-x64': '1' } };

it('finds a platform that the lock file has no package for', () => {
  const packages = { 'node_modules/tool': binaries, 'node_modules/@tool/linux-x64': {} };
  expect(missingOptionalPackages({ packages })).toEqual(['node_modules/tool needs @tool/win32-x64']);
});

it('accepts packages that are installed inside the package that names them, or above it', () => {
  const packages = {
    'node_modules/parent/node_modules/tool': binaries,
    'node_modules/parent/node_modules/tool/node_modules/@tool/linux-x64': {},
    'node_modules/parent/node_modules/@tool/win32-x64': {},
  };
  expect(missingOptionalPackages({ packages })).toEqual([]);
});

it('does not accept a package that another package keeps to itself', () => {
  const packages = {
    'node_modules/tool': { optionalDependencies: { native: '1' } },
    'node_modules/other/node_modules/native': {},
  };
  expect(missingOptionalPackages({ packages })).toEqual(['node_modules/tool needs native']);
});

it('finds nothing missing in this project’s lock file', () => {
  const lockFile = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
  expect(Object.values(lockFile.packages).some((entry) => 'optionalDependencies' in Object(entry))).toBe(
    true,
  );
  expect(missingOptionalPackages(lockFile)).toEqual([]);
});
