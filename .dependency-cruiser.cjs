// The import rule, as data: app -> features -> api -> session -> config. Every layer may import domain and browser;
// ui imports only those two; a feature never imports another feature. scripts/architecture.mjs runs these rules.
const rooms = '^src/(app|features|api|session|config|domain|browser|ui)/';
const only = (room, allowed) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import only itself and: ${allowed.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: rooms, pathNot: `^src/(${[room, ...allowed].join('|')})/` },
});

const sandboxRooms = '^sandbox/(auth|transfer|gcs|control|data-plane|serving|tools|world)/';
const sandboxOnly = (room, allowed) => ({
  name: `sandbox-${room}-imports`,
  comment: `sandbox/${room} may import only itself and: ${allowed.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^sandbox/${room}/`, pathNot: '\\.test\\.ts$' },
  to: { path: sandboxRooms, pathNot: `^sandbox/(${[room, ...allowed].join('|')})/` },
});
const sandboxFolderOnly = (room, folder, forbidden) => ({
  name: `sandbox-${room}-${folder}-imports`,
  comment: `sandbox/${room}/${folder} is below ${forbidden.join(', ')} in sandbox/${room}.`,
  severity: 'error',
  from: { path: `^sandbox/${room}/${folder}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^sandbox/${room}/(${forbidden.join('|')})` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain', []),
    only('browser', []),
    only('config', ['domain', 'browser']),
    only('session', ['config', 'domain', 'browser']),
    only('api', ['session', 'config', 'domain', 'browser']),
    only('ui', ['domain', 'browser']),
    only('features', ['api', 'session', 'config', 'domain', 'browser', 'ui']),
    only('app', ['features', 'api', 'session', 'config', 'domain', 'browser', 'ui']),
    {
      name: 'http-knows-no-resource',
      comment:
        'api/http sends calls for every resource and knows none: a resource hands in a transport instead.',
      severity: 'error',
      from: { path: '^src/api/http/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/api/', pathNot: '^src/api/http/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain is plain TypeScript: no packages.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'features-apart',
      comment: 'A feature never imports a feature: rules sink to domain, data to api, pixels to ui.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'no-imports-of-boot',
      comment: 'src/main.tsx starts the app; nothing imports it.',
      severity: 'error',
      from: { path: '^(src|e2e|sandbox)/' },
      to: { path: '^src/main\\.tsx$' },
    },
    {
      name: 'oidc-in-session-only',
      comment: 'Only session/ knows the sign-in library.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/session/' },
      to: { path: 'oidc-client-ts' },
    },
    {
      name: 'sdk-types-only',
      comment: 'The app takes wire types from @globus/sdk, never its code, and only in api/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '@globus/sdk', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'wire-types-in-api-only',
      comment: 'The wire stops at api/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/api/|\\.test\\.tsx?$' },
      to: { path: '@globus/sdk' },
    },
    {
      name: 'app-without-sandbox',
      comment: 'src never imports the sandbox (its tests may start one).',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'sandbox-without-app',
      comment: 'The sandbox shares no logic with the app, so that one mistake cannot pass on both sides.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' },
    },
    {
      name: 'microscope-programs-alone',
      comment:
        'The programs of the microscope are copied to hosts: they need only Node.js, and know nothing of tunnels.',
      severity: 'error',
      from: {
        path: '^examples/microscope/',
        pathNot: '\\.test\\.ts$|streamThroughTunnels\\.mjs$',
      },
      to: { pathNot: '^examples/microscope/', dependencyTypesNot: ['core'] },
    },
    // Faults and settings stand in serving/, below control/, so that a service never depends on what tests can do to it.
    sandboxOnly('world', []),
    sandboxOnly('tools', []),
    sandboxOnly('serving', ['world']),
    sandboxOnly('data-plane', ['world']),
    sandboxOnly('auth', ['serving', 'world']),
    sandboxOnly('transfer', ['serving', 'world']),
    sandboxOnly('gcs', ['serving', 'world']),
    sandboxOnly('control', ['auth', 'transfer', 'serving', 'world']),
    sandboxFolderOnly('auth', 'scopes', ['state/', 'policy/', 'pages/', 'provider/', 'api/', 'auth[A-Z]']),
    sandboxFolderOnly('auth', 'state', ['policy/', 'pages/', 'provider/', 'api/', 'auth[A-Z]']),
    sandboxFolderOnly('auth', 'policy', ['pages/', 'provider/', 'api/', 'auth[A-Z]']),
    sandboxFolderOnly('auth', 'pages', ['provider/', 'api/', 'auth[A-Z]']),
    sandboxFolderOnly('auth', 'provider', ['api/', 'auth[A-Z]']),
    sandboxFolderOnly('auth', 'api', ['policy/', 'pages/', 'provider/', 'auth[A-Z]']),
    sandboxFolderOnly('world', 'tunnels', ['seed/', 'siteDirectory', 'world\\.ts']),
    sandboxFolderOnly('world', 'seed', ['siteDirectory', 'world\\.ts']),
    {
      name: 'recharts-lazily',
      comment: 'Charts are loaded after the page stands: only files named *Chart.tsx import recharts.',
      severity: 'error',
      from: { path: '^src/', pathNot: 'Chart\\.tsx$' },
      to: { path: 'recharts' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'declared',
      comment: 'What the app ships is in dependencies, not devDependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test|ForTests)\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'for-tests-alone',
      comment: 'What tests share is named *ForTests.ts, and only tests import it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test|ForTests)\\.tsx?$' },
      to: { path: '^src/.*ForTests\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
