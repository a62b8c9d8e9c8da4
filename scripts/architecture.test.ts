import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from './prerequisites.mjs';

// The check is itself checked: a planted breach of every rule, and what the check must say of it.
const PLANTED: Record<string, { files: Record<string, string>; says: string }> = {
  'config imports upwards': {
    files: { 'src/config/a.ts': "import '../session/b.ts';", 'src/session/b.ts': 'export const b = 1;' },
    says: 'error config-imports',
  },
  'session imports api': {
    files: { 'src/session/a.ts': "import '../api/b.ts';", 'src/api/b.ts': 'export const b = 1;' },
    says: 'error session-imports',
  },
  'api imports ui': {
    files: { 'src/api/a.ts': "import '../ui/b.ts';", 'src/ui/b.ts': 'export const b = 1;' },
    says: 'error api-imports',
  },
  'http imports a resource': {
    files: {
      'src/api/http/a.ts': "import '../tunnels/b.ts';",
      'src/api/tunnels/b.ts': 'export const b = 1;',
    },
    says: 'error http-knows-no-resource',
  },
  'ui imports api': {
    files: { 'src/ui/a.ts': "import '../api/b.ts';", 'src/api/b.ts': 'export const b = 1;' },
    says: 'error ui-imports',
  },
  'domain imports ui, as a type': {
    files: {
      'src/domain/a.ts': "import type { B } from '../ui/b.ts';\nexport type A = B;",
      'src/ui/b.ts': 'export type B = 1;',
    },
    says: 'error domain-imports',
  },
  'features import app': {
    files: { 'src/features/x/a.ts': "import '../../app/b.ts';", 'src/app/b.ts': 'export const b = 1;' },
    says: 'error features-imports',
  },
  'a feature imports a feature': {
    files: { 'src/features/x/a.ts': "import '../y/b.ts';", 'src/features/y/b.ts': 'export const b = 1;' },
    says: 'error features-apart',
  },
  'a cycle': {
    files: { 'src/domain/a.ts': "import './b.ts';", 'src/domain/b.ts': "import './a.ts';" },
    says: 'error no-cycles',
  },
  'domain uses a package': {
    files: { 'src/domain/a.ts': "import 'valibot';" },
    says: 'error domain-is-pure',
  },
  'the app imports what tests share': {
    files: {
      'src/domain/a.ts': "import './bForTests.ts';",
      'src/domain/bForTests.ts': 'export const b = 1;',
    },
    says: 'error for-tests-alone',
  },
  'the sign-in library outside session': {
    files: { 'src/api/a.ts': "import { OidcClient } from 'oidc-client-ts';\nexport const c = OidcClient;" },
    says: 'error oidc-in-session-only',
  },
  'code of the SDK': {
    files: { 'src/api/a.ts': "import { transfer } from '@globus/sdk';\nexport const t = transfer;" },
    says: 'error sdk-types-only',
  },
  'wire types outside api': {
    files: {
      'src/ui/a.ts':
        "import type { paths } from '@globus/sdk/open-api/types/transfer';\nexport type P = paths;",
    },
    says: 'error wire-types-in-api-only',
  },
  'the app imports the sandbox': {
    files: { 'src/api/a.ts': "import '../../sandbox/b.ts';", 'sandbox/b.ts': 'export const b = 1;' },
    says: 'error app-without-sandbox',
  },
  'the sandbox imports the app': {
    files: { 'sandbox/a.ts': "import '../src/domain/b.ts';", 'src/domain/b.ts': 'export const b = 1;' },
    says: 'error sandbox-without-app',
  },
  'a program of the microscope imports the sandbox': {
    files: {
      'examples/microscope/a.ts': "import '../../sandbox/b.ts';",
      'sandbox/b.ts': 'export const b = 1;',
    },
    says: 'error microscope-programs-alone',
  },
  'the services of the sandbox import control': {
    files: {
      'sandbox/serving/a.ts': "import '../control/b.ts';",
      'sandbox/control/b.ts': 'export const b = 1;',
    },
    says: 'error sandbox-serving-imports',
  },
  'the state of the sandbox imports a service': {
    files: {
      'sandbox/world/a.ts': "import '../transfer/b.ts';",
      'sandbox/transfer/b.ts': 'export const b = 1;',
    },
    says: 'error sandbox-world-imports',
  },
  "a folder of the sandbox's Auth imports one above it": {
    files: {
      'sandbox/auth/state/a.ts': "import '../pages/b.ts';",
      'sandbox/auth/pages/b.ts': 'export const b = 1;',
    },
    says: 'error sandbox-auth-state-imports',
  },
  'a module imports main': {
    files: {
      'src/app/a.ts': "import '../main.tsx';",
      'src/main.tsx': `export const main = 1;\n${'//\n'.repeat(40)}`,
    },
    says: 'error no-imports-of-boot',
  },
  'charts outside a chart': {
    files: {
      'src/features/x/Page.tsx': "import { LineChart } from 'recharts';\nexport const c = LineChart;",
    },
    says: 'error recharts-lazily',
  },
  'an import that leads nowhere': {
    files: { 'src/domain/a.ts': "import './gone.ts';" },
    says: 'error resolvable',
  },
  'a tool in what is shipped': {
    files: { 'src/api/a.ts': "import { Hono } from 'hono';\nexport const h = Hono;" },
    says: 'error declared',
  },
  'a vague name': {
    files: { 'src/api/helpers.ts': '' },
    says: 'name what the file knows',
  },
  'a long file': { files: { 'src/api/a.ts': '//\n'.repeat(301) }, says: '301 lines, over 300' },
  'a long boot': {
    files: { 'src/main.tsx': `export const main = 1;\n${'//\n'.repeat(40)}` },
    says: '41 lines, over 40',
  },
  'a long component': {
    files: { 'src/ui/Long.tsx': `export function Long() {\n${'  //\n'.repeat(120)}}\n` },
    says: 'a component of 122 lines, over 120',
  },
  'two components in a file': {
    files: { 'src/ui/One.tsx': 'export function One() {}\nexport function Two() {}\n' },
    says: 'one exported component a file, not One and Two',
  },
  'a component under another name': {
    files: { 'src/ui/Other.tsx': 'export function One() {}\n' },
    says: 'named unlike its component One',
  },
  'a long component with parameters on several lines': {
    files: {
      'src/ui/LongProps.tsx': `export function LongProps({\n  a,\n}: {\n  a: 1;\n}) {\n${'  //\n'.repeat(120)}}\n`,
    },
    says: 'a component of 126 lines, over 120',
  },
  'a long component in memo': {
    files: {
      'src/ui/LongMemo.tsx': `export const LongMemo = memo(function LongMemo() {\n${'  //\n'.repeat(120)}});\n`,
    },
    says: 'a component of 122 lines, over 120',
  },
  'a long component in forwardRef': {
    files: {
      'src/ui/LongRef.tsx': `export const LongRef = forwardRef((props, ref) => {\n${'  //\n'.repeat(120)}});\n`,
    },
    says: 'a component of 122 lines, over 120',
  },
  'a long arrow component': {
    files: { 'src/ui/LongArrow.tsx': `export const LongArrow = () => {\n${'  //\n'.repeat(120)}};\n` },
    says: 'a component of 122 lines, over 120',
  },
  'an arrow component beside one in memo': {
    files: {
      'src/ui/Three.tsx': 'export const Three = memo(Inner);\nexport const Four = ({ a }: { a: 1 }) => a;\n',
    },
    says: 'one exported component a file, not Three and Four',
  },
  'a component in memo under another name': {
    files: { 'src/ui/Another.tsx': 'export const Five = memo(Inner);\n' },
    says: 'named unlike its component Five',
  },
  'the styles of another component': {
    files: { 'src/ui/Own.tsx': "import styles from './Other.module.css';\nexport function Own() {}\n" },
    says: 'Other.module.css belongs to another component',
  },
  'a folder of many files': {
    files: {
      'src/domain/crowd/README.md': '# crowd',
      ...Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`src/domain/crowd/file${at}.ts`, ''])),
    },
    says: 'says why there are 16 of them',
  },
  'a barrel': {
    files: { 'src/ui/all.ts': "export * from './Long.tsx';\n" },
    says: 'no barrel files',
  },
  'a date read elsewhere': {
    files: { 'src/ui/a.ts': 'new Date(text);' },
    says: 'dates are read in domain/text/time.ts only',
  },
  'a cadence elsewhere': {
    files: { 'src/ui/a.ts': 'a({ refetchInterval: 5000 });' },
    says: 'cadences live in api/polling.ts only',
  },
  'markup from text': {
    files: { 'src/ui/a.ts': "a.innerHTML = '';" },
    says: 'text from the network stays text',
  },
  'a patched page': {
    files: { 'e2e/a.spec.ts': "page.route('x');" },
    says: 'failures come from the sandbox',
  },
  'a stand-in for a part of the browser': {
    files: { 'e2e/a.spec.ts': 'Object.assign(globalThis, { shown, Notification: class {} });' },
    says: 'nothing stands in for a part of it',
  },
  'a property of the browser that is replaced': {
    files: { 'e2e/a.spec.ts': "Object.defineProperty(document, 'visibilityState', {});" },
    says: 'nothing stands in for a part of it',
  },
  'a method of the browser that is replaced': {
    files: { 'e2e/a.spec.ts': 'Storage.prototype.setItem = () => {};' },
    says: 'nothing stands in for a part of it',
  },
  'a sleeping test': { files: { 'e2e/a.spec.ts': 'page.waitForTimeout(1);' }, says: 'tests do not sleep' },
};

function check(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  for (const name of ['package.json', 'tsconfig.base.json', 'tsconfig.app.json'])
    cpSync(join(projectFolder, name), join(folder, name));
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const script = join(projectFolder, 'scripts/architecture.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return { status, stdout };
}

/** All breaches in one tree, since one run costs a second: the files `a` and `b` of case 3 become `a3` and `b3`. */
function plantAll(): Record<string, string> {
  const own = (text: string, at: number) => text.replace(/\b([ab])(\.spec)?\.ts\b/g, `$1${at}$2.ts`);
  return Object.fromEntries(
    Object.values(PLANTED).flatMap(({ files }, at) =>
      Object.entries(files).map(([name, text]) => [own(name, at), own(text, at)]),
    ),
  );
}

const planted = check(plantAll());

it.each(Object.entries(PLANTED).map(([name, { files, says }], at) => ({ name, files, says, at })))(
  'notices $name',
  ({ says, files, at }) => {
    const offender = (Object.keys(files)[0] ?? '').replace(/\b([ab])(\.spec)?\.ts$/, `$1${at}$2.ts`);
    const line = planted.stdout.split('\n').find((text) => text.includes(says) && text.includes(offender));
    expect(line ?? planted.stdout).toContain(says);
    expect(line).toBeDefined();
  },
);

it('notices a room without a README', () => {
  expect(planted.stdout).toContain('src/api: has no README.md');
});

it('fails on a tree with breaches', () => {
  expect(planted.status).toBe(1);
});

it('has nothing to say of a tree that keeps the rules', () => {
  const { status, stdout } = check({ 'src/domain/README.md': '# domain', 'src/domain/fine.ts': '' });
  expect(stdout).toContain('Habits: kept.');
  expect(status).toBe(0);
});
