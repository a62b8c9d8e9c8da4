import * as v from 'valibot';
import { isLoopbackHost } from './loopbackHost.ts';

const webAddress = v.pipe(
  v.string('must be an address in quotes'),
  v.check(isHttpUrl, 'must be an address that begins with https:// (http:// for localhost only)'),
);
const serviceUrl = v.pipe(
  webAddress,
  v.transform((text) => text.replace(/\/+$/, '')),
);

/** Globus serves https only; a plain http address is somebody's stand-in on their own machine. */
function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

/** One origin, or every name below a domain; nothing that could say more in a Content-Security-Policy. */
const managerOrigin = v.pipe(
  v.string('must be an address in quotes'),
  v.regex(
    /^(https:\/\/(\*\.)?\w[\w-]*(\.[\w-]+)+|http:\/\/((\w[\w-]*\.)*localhost|127\.0\.0\.1))(:\d+)?$/,
    'must be an origin such as https://gcs.example.org or https://*.example.org, without a path',
  ),
);

const text = v.string('must be a text in quotes');

/** What `config.json` may say; each message completes the sentence "FIELD ...". */
const RuntimeConfigDocument = v.strictObject({
  clientId: v.pipe(
    v.string('is missing: it must be the id of your Globus client (a UUID in quotes)'),
    v.regex(
      /^\S+$/,
      'must be the id of your Globus client, a UUID such as 0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e',
    ),
  ),
  authUrl: v.optional(serviceUrl, 'https://auth.globus.org'),
  transferUrl: v.optional(serviceUrl, 'https://transfer.api.globus.org'),
  gcsManagerUrls: v.optional(v.array(managerOrigin, 'must be a list'), ['https://*.data.globus.org']),
  // As it is registered with Globus, to the letter.
  redirectUrl: v.optional(webAddress),
  renewal: v.optional(
    v.picklist(['redirect', 'refresh-token'], 'must be "redirect" or "refresh-token"'),
    'redirect',
  ),
  tokenStorage: v.optional(v.picklist(['session', 'memory'], 'must be "session" or "memory"'), 'session'),
  title: v.optional(v.pipe(text, v.nonEmpty('must not be empty')), 'Globus Streams'),
  supportUrl: v.optional(
    v.pipe(text, v.regex(/^(https:\/\/|mailto:)/, 'must begin with https:// or mailto:')),
  ),
});

/** Everything a site decides about its dashboard; the defaults are Globus' production services. */
export type RuntimeConfig = v.InferOutput<typeof RuntimeConfigDocument> & { redirectUrl: string };

/** One thing that is wrong with `config.json`, in words for the person who installs the dashboard. */
export interface ConfigProblem {
  /** The field, or null when the file as a whole is the problem. */
  field: string | null;
  expected: string;
}

/**
 * Checks the parsed `config.json`.
 *
 * @param document what the file held, of any form
 * @param appUrl the address the app is served at, with a slash at its end: the default redirect address hangs on it
 */
export function parseConfig(document: unknown, appUrl: string): RuntimeConfig | ConfigProblem[] {
  const result = v.safeParse(RuntimeConfigDocument, document);
  if (!result.success) {
    return result.issues.map((issue) => ({ field: v.getDotPath(issue), expected: expectation(issue) }));
  }
  return { ...result.output, redirectUrl: result.output.redirectUrl ?? `${appUrl}callback` };
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never')
    return `is not a field of this file; it knows ${Object.keys(RuntimeConfigDocument.entries).join(', ')}`;
  if (issue.path) return 'is missing';
  return 'the file must hold one JSON object: { "clientId": "..." }';
}

let current: RuntimeConfig | undefined;

/** Sets the configuration once, before anything is mounted. */
export function setRuntimeConfig(config: RuntimeConfig): void {
  current = config;
}

/** The site's configuration. Throws before boot has set it: that is a mistake in the code. */
export function runtimeConfig(): RuntimeConfig {
  if (!current) throw new Error('The configuration is read before it was loaded.');
  return current;
}
