import type { AuthorizationParameters } from '../sign-in/authorizationParameters.ts';
import type { TunnelRequest } from '../tunnel/request.ts';

// The commands of the Globus CLI (globus-api.md, "On the hosts"), as lists of arguments.

/** The version of the Globus CLI that these commands are written for. */
export const CLI_VERSION = '3.42';

/** Returns the command that creates a tunnel. No option sets the listener address. */
export function cliCreateCommand(
  request: Pick<
    TunnelRequest,
    'initiatorAccessPointId' | 'listenerAccessPointId' | 'label' | 'lifetimeMinutes' | 'restartable'
  >,
): string[] {
  return [
    ...[
      'globus',
      'streams',
      'tunnel',
      'create',
      request.initiatorAccessPointId,
      request.listenerAccessPointId,
    ],
    ...(request.label === null ? [] : ['--label', request.label]),
    ...['--lifetime-minutes', String(request.lifetimeMinutes)],
    ...(request.restartable ? ['--restartable'] : []),
  ];
}

/** Returns a command for an existing tunnel. `show` prints JSON, because its text has no addresses. */
export function cliTunnelCommand(verb: 'show' | 'stop' | 'events' | 'delete', tunnelId: string): string[] {
  return ['globus', 'streams', 'tunnel', verb, tunnelId, ...(verb === 'show' ? ['-F', 'json'] : [])];
}

/**
 * Returns the CLI commands that meet what a refusal requires. A list of identities needs one of them, and the CLI takes
 * one domain at a time. It has no command for multi-factor authentication or a recent sign-in without a policy.
 *
 * @param scopes the required scopes that may be requested
 */
export function cliCommandsForRefusal(
  { requiredIdentities, requiredSingleDomain, requiredPolicies }: AuthorizationParameters,
  scopes: readonly string[],
): { caption: string; args: string[] }[] {
  const update = ['globus', 'session', 'update'];
  // The CLI would read a name that begins with a hyphen as an option.
  const first = (names: readonly string[]) => names.filter((name) => !name.startsWith('-')).slice(0, 1);
  const accounts = [...first(requiredIdentities), ...first(requiredSingleDomain)];
  return [
    ...accounts.map((account) => ({ caption: `Sign in with ${account}`, args: [...update, account] })),
    ...(requiredPolicies.length === 0
      ? []
      : [{ caption: 'Meet the site’s policy', args: [...update, '--policy', requiredPolicies.join(',')] }]),
    ...scopes.map((scope) => ({ caption: 'Give consent', args: ['globus', 'session', 'consent', scope] })),
  ];
}

/**
 * The commands that sign in again as a site requires, for the reader to fill in the capitals. The quotes are for scopes
 * with brackets, in every shell.
 */
export const CLI_SESSION_COMMANDS: readonly { caption: string; text: string }[] = [
  {
    caption: 'Sign in with another identity or domain, such as university.example',
    text: 'globus session update IDENTITY_OR_DOMAIN',
  },
  {
    caption: 'Sign in as an authentication policy requires, for example with multi-factor authentication',
    text: 'globus session update --policy POLICY_IDS',
  },
  { caption: 'Consent to a scope', text: "globus session consent 'SCOPE'" },
];
