import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { splitScopes } from '../../session/tokens/scopes.ts';
import { getOwnProperty, toArray, toText } from './untrustedJson.ts';

/**
 * What a refusal demands of the person, wherever in the answer it stands (globus-api.md, "Step-up" and "Errors"):
 * at the root, in an item of `errors` or in such an item's `meta`. Scopes still to be consented to may stand there
 * with nothing around them: a 401 or 403 is about them whatever its code, anything else under ConsentRequired.
 *
 * @returns null when nothing (readable) is demanded
 */
export function parseAuthorizationParameters(body: unknown, status: number): AuthorizationParameters | null {
  const items = toArray(getOwnProperty(body, 'errors'));
  const holders = [body, ...items, ...items.map((item) => getOwnProperty(item, 'meta'))];
  const demands = holders.map((holder) => parametersIn(getOwnProperty(holder, 'authorization_parameters')));
  const parameters = demands.find(demandsSomething) ?? parametersIn(null);
  const isAboutConsent =
    [401, 403].includes(status) ||
    holders.some((holder) => getOwnProperty(holder, 'code') === 'ConsentRequired');
  if (isAboutConsent && parameters.requiredScopes.length === 0)
    parameters.requiredScopes = holders.map(scopesIn).find(({ length }) => length > 0) ?? [];
  return demandsSomething(parameters) ? parameters : null;
}

function parametersIn(value: unknown): AuthorizationParameters {
  const prompt = getOwnProperty(value, 'prompt');
  return {
    message: toText(getOwnProperty(value, 'session_message')),
    requiredIdentities: texts(getOwnProperty(value, 'session_required_identities')),
    requiredPolicies: texts(getOwnProperty(value, 'session_required_policies')),
    requiredSingleDomain: texts(getOwnProperty(value, 'session_required_single_domain')),
    requiredMfa: truth(getOwnProperty(value, 'session_required_mfa')),
    requiredScopes: scopesIn(value),
    prompt: prompt === 'login' || prompt === 'none' ? prompt : null,
  };
}

function demandsSomething(parameters: AuthorizationParameters): boolean {
  return Object.values(parameters).some((demand) =>
    Array.isArray(demand) ? demand.length > 0 : demand !== null,
  );
}

/** A list that comes as an array or as one comma-separated text. */
function texts(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : toArray(value);
  return toArray(list).flatMap((entry) => toText(entry) ?? []);
}

/** Older services name one scope. */
function scopesIn(holder: unknown): string[] {
  return ['required_scopes', 'required_scope'].flatMap((name) => scopes(getOwnProperty(holder, name)));
}

/** Scopes come as a list or as one text; each may nest others in brackets. Never cut: half of one is another one. */
function scopes(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => (typeof entry === 'string' ? splitScopes(entry) : []));
}

function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = toText(value)?.toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : null;
}
