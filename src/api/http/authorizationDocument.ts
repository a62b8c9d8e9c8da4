import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { splitScopes } from '../../session/tokens/scopes.ts';
import { entries, property, text } from './untrusted.ts';

/**
 * What a refusal demands of the person, wherever in the answer it stands (globus-api.md, "Step-up" and "Errors"):
 * at the root, in an item of `errors` or in such an item's `meta`. Scopes still to be consented to may stand there
 * with nothing around them: a 401 or 403 is about them whatever its code, anything else under ConsentRequired.
 *
 * @returns null when nothing (readable) is demanded
 */
export function readAuthorization(body: unknown, status: number): AuthorizationParameters | null {
  const items = entries(property(body, 'errors'));
  const holders = [body, ...items, ...items.map((item) => property(item, 'meta'))];
  const demands = holders.map((holder) => parametersIn(property(holder, 'authorization_parameters')));
  const parameters = demands.find(demandsSomething) ?? parametersIn(null);
  const isAboutConsent =
    [401, 403].includes(status) || holders.some((holder) => property(holder, 'code') === 'ConsentRequired');
  if (isAboutConsent && parameters.requiredScopes.length === 0)
    parameters.requiredScopes = holders.map(scopesIn).find(({ length }) => length > 0) ?? [];
  return demandsSomething(parameters) ? parameters : null;
}

function parametersIn(value: unknown): AuthorizationParameters {
  const prompt = property(value, 'prompt');
  return {
    message: text(property(value, 'session_message')),
    requiredIdentities: texts(property(value, 'session_required_identities')),
    requiredPolicies: texts(property(value, 'session_required_policies')),
    requiredSingleDomain: texts(property(value, 'session_required_single_domain')),
    requiredMfa: truth(property(value, 'session_required_mfa')),
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
  const list = typeof value === 'string' ? value.split(',') : entries(value);
  return entries(list).flatMap((entry) => text(entry) ?? []);
}

/** Older services name one scope. */
function scopesIn(holder: unknown): string[] {
  return ['required_scopes', 'required_scope'].flatMap((name) => scopes(property(holder, name)));
}

/** Scopes come as a list or as one text; each may nest others in brackets. Never cut: half of one is another one. */
function scopes(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => (typeof entry === 'string' ? splitScopes(entry) : []));
}

function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = text(value)?.toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : null;
}
