import type { interactionPolicy, KoaContextWithOIDC } from 'oidc-provider';
import { base, Check, Prompt } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import type { ScopeNode } from '../scopes/scopes.ts';
import { missingScopes, parseScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import { epochSeconds } from '../state/authState.ts';
import { parseStepUp, sessionSatisfies } from './stepUp.ts';

/** The scopes as the client requested them. oidc-provider gets only simple ones, because it can't parse brackets. */
export const REQUESTED_SCOPE_PARAMETER = 'requested_scope';

/** Returns the scopes of an authorize request that has been checked already. */
export function requestedScopes(parameters: Record<string, unknown> | undefined): ScopeNode[] {
  const text = parameters?.[REQUESTED_SCOPE_PARAMETER];
  return parseScopes(typeof text === 'string' ? text : '');
}

/** Returns the rules for when a page is shown: to sign in, to step up, or to give consent. */
export function promptPolicy(state: AuthState): interactionPolicy.Prompt[] {
  // Like in Globus, a requirement alone doesn't bring up the page: the browser's session answers as it is, and
  // `prompt=login` is what makes a person sign in again. Once they are on the page, it stays until all is met.
  const needsStepUp = ({ oidc }: KoaContextWithOIDC): boolean => {
    if (!oidc.result?.login) return false;
    return !sessionSatisfies(
      parseStepUp(oidc.params ?? {}),
      state.sessions.authenticationsOf(oidc.session?.uid),
      state.directory.identityOf,
    );
  };
  const isTooOld = ({ oidc }: KoaContextWithOIDC): boolean => {
    const maxAge = oidc.params?.max_age;
    if (typeof maxAge !== 'string' || oidc.result?.login) return false;
    return epochSeconds(state.options.clock) - (oidc.session?.loginTs ?? 0) > Number(maxAge);
  };
  const lacksConsent = ({ oidc }: KoaContextWithOIDC): boolean => {
    const granted = state.consents.grantedTo(oidc.client?.clientId ?? '', oidc.session?.accountId ?? '');
    return missingScopes(requestedScopes(oidc.params), granted).length > 0;
  };

  const policy = base();
  const login = policy.get('login');
  // The check of oidc-provider for max_age uses real time, not the simulated clock.
  login?.checks.remove('max_age');
  login?.checks.add(new Check('max_age', 'the sign-in is too old', 'login_required', isTooOld));
  login?.checks.add(
    new Check('step_up', 'the session does not meet the requirements', 'login_required', needsStepUp),
  );
  policy.remove('consent');
  policy.add(
    new Prompt(
      { name: 'consent', requestable: true },
      new Check('scopes_missing', 'not all scopes have consent', 'consent_required', lacksConsent),
    ),
  );
  return policy;
}
