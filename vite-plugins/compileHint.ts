import type { Plugin } from 'vite';
import { appChunk } from './appFiles.ts';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Makes browsers that support it (https://v8.dev/blog/explicit-compile-hints) compile the whole app off the main thread
 * while it downloads. By default they compile each function on the main thread when it is first called: 500 of them for
 * the first rows, half of the time that drawing the rows takes. The hint counts only when no code stands before it.
 */
export function compileHint(): Plugin {
  return {
    name: 'compile-hint',
    apply: 'build',
    generateBundle: {
      // After Vite's own plugins, which put code before what the bundler wrote.
      order: 'post',
      handler(_options, bundle) {
        const app = appChunk(bundle);
        app.code = `${HINT}${app.code}`;
        const map = bundle[`${app.fileName}.map`];
        if (map?.type === 'asset') map.source = shiftByOneLine(String(map.source));
      },
    },
    writeBundle(_options, bundle) {
      if (!appChunk(bundle).code.startsWith(HINT))
        this.error('Code stands before the compile hint, so browsers ignore it.');
    },
  };
}

/** Returns the source map for the same code, one line further down. */
function shiftByOneLine(map: string): string {
  const { mappings, ...rest } = JSON.parse(map) as { mappings: string };
  return JSON.stringify({ ...rest, mappings: `;${mappings}` });
}
