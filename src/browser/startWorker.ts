/**
 * Starts a worker from one of the app's own scripts. It is the only place where a text becomes code, so the page's security
 * policy allows it by name (vite-plugins/contentSecurityPolicy.ts).
 *
 * @param url as imported with `?worker&url`
 * @throws an error when the browser or the policy doesn't allow workers
 */
export function startWorker(url: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('globus-streams-worker', { createScriptURL: (text) => text });
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The part of the Trusted Types API that is used here; TypeScript doesn't include it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}
