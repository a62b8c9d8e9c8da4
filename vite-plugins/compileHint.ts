import type { Plugin } from 'vite';
import { appChunk } from './appFiles.ts';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has browsers that can do so (https://v8.dev/blog/explicit-compile-hints) compile the whole app beside the main
 * thread, as it comes in. Left alone, they compile each function there when it is first called: 500 of them for the
 * first rows, half of the time that drawing these takes. The hint counts only where no code stands before it.
 */
export function compileHint(): Plugin {
  return {
    name: 'compile-hint',
    apply: 'build',
    generateBundle: {
      // Vite's own plugins put code before what the bundler wrote.
      order: 'post',
      handler(_options, bundle) {
        const app = appChunk(bundle);
        app.code = `${HINT}${app.code}`;
        const map = bundle[`${app.fileName}.map`];
        if (map?.type === 'asset') map.source = aLineLower(String(map.source));
      },
    },
    writeBundle(_options, bundle) {
      if (!appChunk(bundle).code.startsWith(HINT))
        this.error('Something stands before the hint, which so counts for nothing.');
    },
  };
}

/** A source map for the same code one line further down. */
function aLineLower(map: string): string {
  const { mappings, ...rest } = JSON.parse(map) as { mappings: string };
  return JSON.stringify({ ...rest, mappings: `;${mappings}` });
}
