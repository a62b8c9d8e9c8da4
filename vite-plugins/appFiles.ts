import type { Rolldown } from 'vite';
import { APP_CHUNK } from './codeSplitting.ts';

/**
 * Returns the files that the app needs for its first page, without those that index.html names anyway. The small script
 * in index.html fetches them first when someone is signed in.
 *
 * @throws Error when the build has no entry or no app chunk
 */
export function appPreloadFiles(bundle: Rolldown.OutputBundle): string[] {
  const app = appChunk(bundle);
  const boot = chunksOf(bundle).find(({ isEntry }) => isEntry);
  if (!boot) throw new Error('The build has no entry.');
  const named = filesOf(boot, bundle);
  return [...filesOf(app, bundle)].filter((name) => !named.has(name)).map((name) => `./${name}`);
}

/**
 * Returns the file that holds the app and its first page.
 *
 * @throws Error when the build has no such file
 */
export function appChunk(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk {
  const app = chunksOf(bundle).find(({ name }) => name === APP_CHUNK);
  if (!app) throw new Error(`The build has no chunk “${APP_CHUNK}”.`);
  return app;
}

const chunksOf = (bundle: Rolldown.OutputBundle) =>
  Object.values(bundle).filter((file) => file.type === 'chunk');

/** Returns a chunk, what it imports, and the styles of both. */
function filesOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, found = new Set<string>()) {
  if (found.has(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') filesOf(imported, bundle, found);
  }
  return found;
}
