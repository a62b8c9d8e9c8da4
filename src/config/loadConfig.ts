import { setNamespace } from '../browser/namespace.ts';
import { appUrl } from './appUrl.ts';
import { applyConnectionPolicy } from './connectionPolicy.ts';
import { type ConfigProblem, parseConfig, type RuntimeConfig, setRuntimeConfig } from './runtimeConfig.ts';

const unreadable = (problem: string): ConfigProblem[] => [{ field: null, problem }];

/** The script in index.html has requested the file already, while this code was loading. */
const { configResponse } = globalThis as unknown as { configResponse: Promise<Response> };

/**
 * Reads and checks `config.json`, which is next to index.html and requested there. Never rejects: returns what is wrong,
 * in words for the person who installs the dashboard.
 *
 * @param appUrl the address the app is served at, with a trailing slash
 */
export async function loadConfig(appUrl: string): Promise<RuntimeConfig | ConfigProblem[]> {
  let text: string;
  try {
    const response = await configResponse;
    if (!response.ok) return unreadable(`couldn’t be loaded: the server returned HTTP ${response.status}`);
    text = await response.text();
  } catch {
    return unreadable('couldn’t be loaded: the server didn’t respond');
  }
  try {
    return parseConfig(JSON.parse(text), appUrl);
  } catch {
    const isHtml = /^\s*</.test(text);
    return unreadable(
      isHtml ? 'couldn’t be loaded: the server returned an HTML page instead' : 'isn’t valid JSON',
    );
  }
}

/** Puts the configuration into effect: storage names, the connections that are allowed, and the page title. */
export function applyRuntimeConfig(config: RuntimeConfig): void {
  setRuntimeConfig(config);
  setNamespace({ basePath: new URL(appUrl()).pathname, clientId: config.clientId });
  applyConnectionPolicy(config);
  document.title = config.title;
}
