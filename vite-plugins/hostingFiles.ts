import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { appPreloadFiles } from './appFiles.ts';
import { headerPolicy, metaPolicy } from './contentSecurityPolicy.ts';

/** The headers of every answer. HSTS is the site's own decision: see deploy/README.md. */
const HEADERS = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * What a page and a worker go by, beside the policy. Any other file would only be heavier by them: 700 bytes each,
 * before the first rows 5 kB.
 */
const PAGE_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
};

const CHARSET = '<meta charset="utf-8" />';

/**
 * Makes a build fit to be hosted: puts the policy, the files' integrity and the names of the app's own files into
 * index.html, and writes what a server needs to know beside it, so that nothing can be out of step with the code.
 *
 * - `404.html`: index.html again, for hosts that know no other fallback.
 * - `.deploy/headers.conf`: the headers of pages and workers, for nginx to include. `$globus_services` is the server's
 *   to set.
 * - `.deploy/asset-headers.conf`: those of every other file of the build.
 */
export function hostingFiles(): Plugin {
  return {
    name: 'hosting-files',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('The build has no folder.');
        const html = withIntegrity(await readFile(join(dir, 'index.html'), 'utf8'), dir);
        const metas = [
          `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(html)}" />`,
          `<meta name="app-parts" content="${appPreloadFiles(bundle).join(' ')}" />`,
        ];
        const page = html.replace(CHARSET, () => [CHARSET, ...metas].join('\n    '));
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

/** A file that was changed on its way, or comes from another build, is not run. */
function withIntegrity(html: string, dir: string): string {
  return html.replace(/ crossorigin (?:src|href)="\.\/(assets\/[^"]+)"/g, (attributes, name: string) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dir, name)))
      .digest('base64');
    return `${attributes} integrity="sha384-${hash}"`;
  });
}

function nginxHeaders(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;\n`);
  return `# Written by the build, in step with index.html.\n${lines.join('')}`;
}
