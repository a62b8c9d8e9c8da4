import type { AuthorizationParameters } from '../domain/authorizationParameters.ts';
import { splitScopes } from '../session/scopes.ts';
import { entries, property, text } from './untrusted.ts';

/**
 * What a refusal demands of the person, wherever in the answer it stands (globus-api.md, "Step-up" and "Errors"):
 * at the root, in an item of `errors`, in such an item's `meta`, or as the older ConsentRequired with
 * `required_scopes` beside the code.
 *
 * @returns null when nothing (readable) is demanded
 */
export function readAuthorization(body: unknown): AuthorizationParameters | null {
  const items = entries(property(body, 'errors'));
  const holders = [body, ...items, ...items.map((item) => property(item, 'meta'))];
  for (const holder of holders) {
    const parameters = readParameters(property(holder, 'authorization_parameters'));
    if (parameters) return parameters;
  }
  const consent = holders.find((holder) => property(holder, 'code') === 'ConsentRequired');
  return readParameters({ required_scopes: property(consent, 'required_scopes') });
}

function readParameters(value: unknown): AuthorizationParameters | null {
  const prompt = property(value, 'prompt');
  const parameters: AuthorizationParameters = {
    message: text(property(value, 'session_message')),
    requiredIdentities: texts(property(value, 'session_required_identities')),
    requiredPolicies: texts(property(value, 'session_required_policies')),
    requiredSingleDomain: texts(property(value, 'session_required_single_domain')),
    requiredMfa: truth(property(value, 'session_required_mfa')),
    requiredScopes: scopes(property(value, 'required_scopes')),
    prompt: prompt === 'login' || prompt === 'none' ? prompt : null,
  };
  const demandsSomething = Object.values(parameters).some((demand) =>
    Array.isArray(demand) ? demand.length > 0 : demand !== null,
  );
  return demandsSomething ? parameters : null;
}

/** A list that comes as an array or as one comma-separated text. */
function texts(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : entries(value);
  return entries(list).flatMap((entry) => text(entry) ?? []);
}

/** Scopes come as a list or as one text; each may nest others in brackets. */
function scopes(value: unknown): string[] {
  const list = typeof value === 'string' ? [value] : entries(value);
  return list.flatMap((entry) => splitScopes(text(entry) ?? ''));
}

function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = text(value)?.toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : null;
}
