import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { appParts } from './appParts.ts';
import { headerPolicy, metaPolicy } from './contentSecurityPolicy.ts';

/** The headers of every answer, beside the policy. HSTS is the site's own decision: see deploy/README.md. */
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const CHARSET = '<meta charset="utf-8" />';

/**
 * Makes a build fit to be hosted: puts the policy, the files' integrity and the names of the app's own files into
 * index.html, and writes what a server needs to know beside it, so that nothing can be out of step with the code.
 *
 * - `404.html`: index.html again, for hosts that know no other fallback.
 * - `.deploy/headers.conf`: the headers, for nginx to include. `$globus_services` is the server's to set.
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
          `<meta name="app-parts" content="${appParts(bundle).join(' ')}" />`,
        ];
        const page = html.replace(CHARSET, () => [CHARSET, ...metas].join('\n    '));
        await writeFile(join(dir, 'index.html'), page);
        await writeFile(join(dir, '404.html'), page);
        await mkdir(join(dir, '.deploy'), { recursive: true });
        await writeFile(join(dir, '.deploy/headers.conf'), nginxHeaders(html));
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

function nginxHeaders(html: string): string {
  const headers = { 'Content-Security-Policy': headerPolicy(html, '$globus_services'), ...HEADERS };
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;\n`);
  return `# Written by the build, in step with index.html.\n${lines.join('')}`;
}
