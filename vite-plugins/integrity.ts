import { createHash } from 'node:crypto';
import { replaceText } from './replaceText.ts';

/** A tag of index.html that loads a file of the build, with the file's name. */
const ASSET_TAG = /<(?:script|link)\b[^>]* (?:src|href)="\.\/(assets\/[^"]+)"[^>]*>/g;

/**
 * Adds `integrity` to every tag of index.html that loads a file of the build. A file that was changed on its way, or
 * comes from another build, does not run.
 *
 * @param html index.html as the bundler wrote it
 * @param read returns the content of a file of the build
 * @throws Error when the page loads no file of the build, or a tag that loads one has no `crossorigin`
 */
export function withIntegrity(html: string, read: (name: string) => Buffer): string {
  return replaceText(
    html,
    ASSET_TAG,
    (tag, name) => {
      // Browsers check integrity only when they may read the file.
      if (!/ crossorigin\b/.test(tag))
        throw new Error(`The tag that loads ${name} has no crossorigin: ${tag}`);
      const hash = createHash('sha384').update(read(name)).digest('base64');
      return tag.replace(/\s*\/?>$/, (end) => ` integrity="sha384-${hash}"${end}`);
    },
    'tag in index.html that loads an asset',
  );
}
