import { createHash } from 'node:crypto';

/** A Content-Security-Policy by its directives. */
type Policy = Readonly<Record<string, string>>;

/** What the page may do, wherever it is hosted: run its own code and nothing that text could turn into code. */
function pagePolicy(html: string): Policy {
  return {
    'default-src': "'none'",
    'script-src': ["'self'", ...inlineTexts(html, 'script').map(hashSource)].join(' '),
    'style-src': ["'self'", ...inlineTexts(html, 'style').map(hashSource)].join(' '),
    'img-src': "'self'",
    'base-uri': "'self'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    // One address that becomes code: the worker's (src/api/tunnels/list/workerClient.ts).
    'trusted-types': 'globus-streams-worker',
  };
}

/**
 * The policy for the `<meta>` of index.html, for hosts that send no headers. It cannot know the services, which
 * config.json names: src/config/connectionPolicy.ts narrows connect-src to them before the first call.
 */
export function metaPolicy(html: string): string {
  const anyService = "'self' https: http://localhost:* http://*.localhost:* http://127.0.0.1:*";
  return policyText({ ...pagePolicy(html), 'connect-src': anyService });
}

/**
 * The policy for the header.
 *
 * @param services what the server puts in for the services' addresses, as it writes a variable
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

/** The scripts or styles that stand in the page itself. */
function inlineTexts(html: string, tag: 'script' | 'style'): string[] {
  const all = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g');
  return [...html.matchAll(all)].map(([, text = '']) => text);
}

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
