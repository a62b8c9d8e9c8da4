import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { appPreloadFiles } from './appFiles.ts';
import { headerPolicy, metaPolicy } from './contentSecurityPolicy.ts';
import { withIntegrity } from './integrity.ts';
import { replaceText } from './replaceText.ts';

/** The headers of every response. HSTS is the site's own decision: see deploy/README.md. */
const HEADERS = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Further headers of pages and workers. Other files don't need them: they weigh 700 bytes each, which makes 5 kB before
 * the first rows.
 */
const PAGE_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
};

const CHARSET = '<meta charset="utf-8" />';

/**
 * Prepares a build for hosting: writes the policy, the integrity of files, and the names of the app's own files into
 * index.html, and writes what a server needs beside it, so that server and code can't disagree.
 *
 * - `404.html`: a copy of index.html, for hosts that offer no other fallback.
 * - `.deploy/headers.conf`: the headers of pages and workers, for nginx to include. The server sets `$globus_services`.
 * - `.deploy/asset-headers.conf`: the headers of every other file of the build.
 *
 * The build fails when a text that this plugin replaces is missing.
 */
export function hostingFiles(): Plugin {
  return {
    name: 'hosting-files',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('The build has no folder.');
        const written = await readFile(join(dir, 'index.html'), 'utf8');
        const html = withIntegrity(written, (name) => readFileSync(join(dir, name)));
        const metas = [
          `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(html)}" />`,
          `<meta name="app-parts" content="${appPreloadFiles(bundle).join(' ')}" />`,
        ];
        const page = replaceText(html, CHARSET, () => [CHARSET, ...metas].join('\n    '), CHARSET);
        await writeFile(join(dir, 'index.html'), page);
        await writeFile(join(dir, '404.html'), page);
        await mkdir(join(dir, '.deploy'), { recursive: true });
        const policy = { 'Content-Security-Policy': headerPolicy(html, '$globus_services') };
        const all = { ...policy, ...PAGE_HEADERS, ...HEADERS };
        await writeFile(join(dir, '.deploy/headers.conf'), nginxHeaders(all));
        await writeFile(join(dir, '.deploy/asset-headers.conf'), nginxHeaders(HEADERS));
      },
    },
  };
}

function nginxHeaders(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;\n`);
  return `# Written by the build, in step with index.html.\n${lines.join('')}`;
}
