import { createHash } from 'node:crypto';

/** A Content-Security-Policy by its directives. */
type Policy = Readonly<Record<string, string>>;

/** Returns what the page may do on every host: run its own code, and nothing that could turn text into code. */
function pagePolicy(html: string): Policy {
  return {
    'default-src': "'none'",
    'script-src': ["'self'", ...inlineTexts(html, 'script').map(hashSource)].join(' '),
    'style-src': ["'self'", ...inlineTexts(html, 'style').map(hashSource)].join(' '),
    'img-src': "'self'",
    'base-uri': "'self'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    // The addresses of workers are the only texts that become code (src/browser/startWorker.ts).
    'trusted-types': 'globus-streams-worker',
  };
}

/**
 * Returns the policy for the `<meta>` of index.html, for hosts that send no headers. It can't name the services, because
 * config.json does: src/config/connectionPolicy.ts narrows connect-src to them before the first call.
 */
export function metaPolicy(html: string): string {
  const anyService = "'self' https: http://localhost:* http://*.localhost:* http://127.0.0.1:*";
  return policyText({ ...pagePolicy(html), 'connect-src': anyService });
}

/**
 * Returns the policy for the response header.
 *
 * @param services the server's variable for the addresses of the services
 */
export function headerPolicy(html: string, services: string): string {
  return policyText({
    ...pagePolicy(html),
    'connect-src': `'self' ${services}`,
    'frame-ancestors': "'none'",
  });
}

const policyText = (policy: Policy) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/**
 * Returns the scripts or styles that stand in the page itself.
 *
 * @throws Error when there is none, or when any has attributes: its hash would be missing from the policy, and the
 * browser would block it
 */
function inlineTexts(html: string, tag: 'script' | 'style'): string[] {
  const plain = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))];
  const all = [...html.matchAll(new RegExp(`<${tag}\\b(?![^>]* src=)[^>]*>`, 'g'))];
  if (plain.length === 0) throw new Error(`index.html has no inline <${tag}>. Did the bundler move it?`);
  if (all.length !== plain.length)
    throw new Error(`index.html has an inline <${tag}> with attributes, which the policy doesn't cover.`);
  return plain.map(([, text = '']) => text);
}

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
