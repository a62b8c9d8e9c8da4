import { setNamespace } from '../browser/namespace.ts';
import { appUrl } from './appUrl.ts';
import { applyConnectionPolicy } from './connectionPolicy.ts';
import { type ConfigProblem, parseConfig, type RuntimeConfig, setRuntimeConfig } from './runtimeConfig.ts';

const unreadable = (expected: string): ConfigProblem[] => [{ field: null, expected }];

/** The page's first script has asked for the file already, while this code was on its way. */
const { configAnswer } = globalThis as unknown as { configAnswer: Promise<Response> };

/**
 * Reads and checks `config.json`, which lies beside index.html and is asked for there. Never rejects: whatever is wrong
 * comes back in words for the person who installs the dashboard.
 *
 * @param appUrl the address the app is served at, with a slash at its end
 */
export async function loadConfig(appUrl: string): Promise<RuntimeConfig | ConfigProblem[]> {
  let text: string;
  try {
    const response = await configAnswer;
    if (!response.ok) return unreadable(`the server must serve this file; it answered ${response.status}`);
    text = await response.text();
  } catch {
    return unreadable('the server must serve this file; it could not be reached');
  }
  try {
    return parseConfig(JSON.parse(text), appUrl);
  } catch {
    const page = /^\s*</.test(text);
    return unreadable(
      page
        ? 'the server must serve this file; it answered with a web page instead'
        : 'the file must hold valid JSON',
    );
  }
}

/** Lets the page go by this configuration from now on. */
export function applyRuntimeConfig(config: RuntimeConfig): void {
  setRuntimeConfig(config);
  setNamespace({ basePath: new URL(appUrl()).pathname, clientId: config.clientId });
  applyConnectionPolicy(config);
  document.title = config.title;
}
