import { fileURLToPath } from 'node:url';
import { normalizePath, type Rolldown } from 'vite';

/** The name of the file that holds the app and its first page. */
export const APP_CHUNK = 'app';

// Loaded on demand, by many people: each becomes one file, with everything that only it needs.
const APP = moduleId('app/mountApp.tsx');
const SIGN_IN = moduleId('session/sign-in/oidc.ts');

/**
 * Decides which file of the build a module goes into: one file for everything before the app, one for the app with its
 * first page, and one for what signing in shares with it. By default the bundler makes two dozen files of a few hundred
 * bytes, one for each set of modules that pages share, and over HTTP/1.1 they wait for each other (bench/README.md).
 */
export const codeSplitting: Rolldown.CodeSplittingOptions = {
  includeDependenciesRecursively: false,
  groups: [
    { name: 'boot', tags: ['$initial'], priority: 1 },
    {
      name: (id, graph) => {
        if (!neededBy(APP, graph).has(id)) return null;
        return neededBy(SIGN_IN, graph).has(id) ? 'common' : APP_CHUNK;
      },
    },
  ],
};

function moduleId(path: string): string {
  return normalizePath(fileURLToPath(new URL(`../src/${path}`, import.meta.url)));
}

const neededModules = new Map<string, Set<string>>();

/** Returns a module and everything it imports, except dynamic imports. */
function neededBy(id: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const cached = neededModules.get(id);
  if (cached) return cached;
  const found = new Set([id]);
  neededModules.set(id, found);
  // Iterating over a set also visits what is added on the way.
  for (const module of found)
    for (const imported of graph.getModuleInfo(module)?.importedIds ?? []) found.add(imported);
  return found;
}
