import { fileURLToPath } from 'node:url';
import { normalizePath, type Rolldown } from 'vite';

/** The name of the file that holds the app and its first page. */
export const APP_CHUNK = 'app';

/** What is loaded by itself when it is needed, and by many people: each is one file, with all that only it needs. */
const APP = moduleId('app/mountApp.tsx');
const SIGN_IN = moduleId('session/sign-in/oidc.ts');

/**
 * Which file of the build a module goes into: what comes before the app is one file, the app with its first page
 * another, and what signing in needs of it a third. Left alone, the bundler makes a file for every set of modules
 * that some pages share, two dozen of a few hundred bytes, and over HTTP/1.1 they wait for each other
 * (bench/README.md).
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

const known = new Map<string, Set<string>>();

/** A module and all that it imports, but for what it asks for later. */
function neededBy(id: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const before = known.get(id);
  if (before) return before;
  const found = new Set([id]);
  known.set(id, found);
  // A set hands out what is added while one goes through it.
  for (const one of found)
    for (const imported of graph.getModuleInfo(one)?.importedIds ?? []) found.add(imported);
  return found;
}
