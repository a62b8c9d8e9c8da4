import * as v from 'valibot';
import { isLoopbackHost } from './loopbackHost.ts';

const webAddress = v.pipe(
  v.string('must be a URL string'),
  v.check(isHttpUrl, 'must be a URL that starts with https:// (http:// is allowed for localhost)'),
);
const serviceUrl = v.pipe(
  webAddress,
  v.transform((text) => text.replace(/\/+$/, '')),
);

/** Globus serves HTTPS only. A plain http address can only be a local stand-in for Globus, such as the sandbox. */
function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

/** One origin, or every host below a domain. Nothing else can get into the Content-Security-Policy this way. */
const managerOrigin = v.pipe(
  v.string('must be a URL string'),
  v.regex(
    /^(https:\/\/(\*\.)?\w[\w-]*(\.[\w-]+)+|http:\/\/((\w[\w-]*\.)*localhost|127\.0\.0\.1))(:\d+)?$/,
    'must be an origin such as https://gcs.example.org or https://*.example.org, without a path',
  ),
);

/** The only field that has no default. */
const CLIENT_ID_REQUIRED = 'is required: the ID of your Globus client (a UUID)';

const text = v.string('must be a string');

const duration = v.pipe(
  v.number('must be a number'),
  v.check((value) => value >= 1 && value <= 10_000, 'must be between 1 and 10000'),
);

/** The settings of `config.json`. Each message completes the sentence "FIELD ...". */
const RuntimeConfigDocument = v.strictObject({
  clientId: v.pipe(
    v.string(CLIENT_ID_REQUIRED),
    v.regex(
      /^\S+$/,
      'must be the ID of your Globus client, a UUID such as 0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e',
    ),
  ),
  authUrl: v.optional(serviceUrl, 'https://auth.globus.org'),
  transferUrl: v.optional(serviceUrl, 'https://transfer.api.globus.org'),
  gcsManagerUrls: v.optional(v.array(managerOrigin, 'must be an array'), [
    'https://*.data.globus.org',
    'https://*.gaccess.io',
  ]),
  // Must equal the redirect URL that is registered with Globus, character by character.
  redirectUrl: v.optional(webAddress),
  renewal: v.optional(
    v.picklist(['redirect', 'refresh-token'], 'must be "redirect" or "refresh-token"'),
    'redirect',
  ),
  tokenStorage: v.optional(v.picklist(['session', 'memory'], 'must be "session" or "memory"'), 'session'),
  idleMinutes: v.optional(duration),
  maxSessionHours: v.optional(duration),
  title: v.optional(v.pipe(text, v.nonEmpty('must not be empty')), 'Globus Streams'),
  supportUrl: v.optional(
    v.pipe(text, v.regex(/^(https:\/\/|mailto:)/, 'must start with https:// or mailto:')),
  ),
});

/** Everything that a site decides about its dashboard. The defaults are the production services of Globus. */
export type RuntimeConfig = v.InferOutput<typeof RuntimeConfigDocument> & { redirectUrl: string };

/** One mistake in `config.json`, in words for the person who installs the dashboard. */
export interface ConfigProblem {
  /** The setting, or null if the file as a whole is wrong. */
  field: string | null;
  /** Completes the sentence that starts with the setting's name, without a period. */
  problem: string;
}

/**
 * Checks the parsed `config.json`.
 *
 * @param document the file's content, unchecked
 * @param appUrl the address the app is served at, with a trailing slash; the default redirect URL is below it
 */
export function parseConfig(document: unknown, appUrl: string): RuntimeConfig | ConfigProblem[] {
  const result = v.safeParse(RuntimeConfigDocument, document);
  if (!result.success) {
    return result.issues.map((issue) => ({ field: v.getDotPath(issue), problem: problemOf(issue) }));
  }
  return { ...result.output, redirectUrl: result.output.redirectUrl ?? `${appUrl}callback` };
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never')
    return `isn’t a recognized setting. Recognized settings: ${Object.keys(RuntimeConfigDocument.entries).join(', ')}`;
  if (issue.path) return CLIENT_ID_REQUIRED;
  return 'must contain a single JSON object: { "clientId": "..." }';
}

let current: RuntimeConfig | undefined;

/** Sets the configuration. Boot does so once, before anything else runs. */
export function setRuntimeConfig(config: RuntimeConfig): void {
  current = config;
}

/** Returns the site's configuration. Throws if boot hasn't set it yet, which is a mistake in the code. */
export function runtimeConfig(): RuntimeConfig {
  if (!current) throw new Error('The configuration was read before it was loaded.');
  return current;
}
