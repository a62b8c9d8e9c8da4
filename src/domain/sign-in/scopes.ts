// Scopes of Globus Auth: what they are called, how they nest, and which ones a refusal can require.

/** Scopes by name, each with the scopes nested in it. The star of an optional one is part of its name. */
export type ScopeTree = Map<string, ScopeTree>;

/** Globus nests scopes two deep; a workflow of several services three deep. */
const MAX_DEPTH = 4;

/** A longer scope would not fit into an authorize address. */
const MAX_LENGTH = 3000;

/**
 * Parses a scope string such as `A[*B C] D`, separated by spaces or commas. A name that occurs twice gets the nested
 * scopes of both.
 *
 * @returns no scopes if the brackets don't match, or if it is too long or nests too deep, because a part of a scope would
 *   be another scope
 */
export function parseScopes(text: string): ScopeTree {
  const root: ScopeTree = new Map();
  if (text.length > MAX_LENGTH) return root;
  const open = [root];
  let last: ScopeTree | null = null;
  for (const token of text.match(/[[\]]|[^[\]\s,]+/g) ?? []) {
    if (token === ']') open.pop();
    if (token === '[' && last !== null) open.push(last);
    const current = open.at(-1);
    const isUnreadable = (token === '[' && last === null) || open.length > MAX_DEPTH;
    if (current === undefined || isUnreadable) return new Map();
    last = /[[\]]/.test(token) ? null : nestedScope(current, token);
  }
  return open.length === 1 ? root : new Map();
}

function nestedScope(tree: ScopeTree, name: string): ScopeTree {
  const nested: ScopeTree = tree.get(name) ?? new Map();
  tree.set(name, nested);
  return nested;
}

/** Adds scopes to a tree, so that each name is there once, with everything that is nested in it anywhere. */
export function addScopes(tree: ScopeTree, added: ScopeTree): void {
  for (const [name, nested] of added) addScopes(nestedScope(tree, name), nested);
}

/** Returns the scopes of a tree as texts, each with its nested scopes in brackets. */
export function scopeTexts(tree: ScopeTree): string[] {
  return [...tree].map(([name, nested]) =>
    nested.size === 0 ? name : `${name}[${scopeTexts(nested).join(' ')}]`,
  );
}

/** A scope's name, taken apart. */
export interface ScopeName {
  /** The service whose scope it is: "transfer.api.globus.org", an endpoint's ID, ... */
  server: string;
  /** What it allows there, such as "data_access". */
  permission: string;
}

/** Takes a scope's name apart; null for a name of another form. Globus Auth has both forms. */
export function parseScopeName(name: string): ScopeName | null {
  const match =
    /^\*?urn:globus:auth:scope:([\w.-]+):([\w.-]+)$/.exec(name) ??
    /^\*?https:\/\/auth\.globus\.org\/scopes\/([\w.-]+)\/([\w.-]+)$/.exec(name);
  return match?.[1] && match[2] ? { server: match[1], permission: match[2] } : null;
}

/** The services of Globus whose scopes every sign-in requests. */
export const AUTH_SERVER = 'auth.globus.org';
export const TRANSFER_SERVER = 'transfer.api.globus.org';

const ENDPOINT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Returns the scopes that the dashboard requests when a refusal requires them. A site writes the refusal, so it can only
 * require scopes of Globus Auth, Globus Transfer and its own endpoint: no refresh tokens (`offline_access`), and nothing
 * of other services.
 *
 * @param endpointIds the endpoints that may have refused; null if they are unknown, which allows those of any endpoint
 * @returns each scope with the nested ones that are allowed, at most 3000 characters in all
 */
export function allowedScopes(required: readonly string[], endpointIds: readonly string[] | null): string[] {
  const tree: ScopeTree = new Map();
  for (const text of required) addScopes(tree, parseScopes(text));
  const isAllowed = (name: string) => {
    const { server, permission } = parseScopeName(name) ?? { server: '', permission: '' };
    if ([AUTH_SERVER, TRANSFER_SERVER].includes(server)) return true;
    if (endpointIds) return endpointIds.includes(server);
    return ENDPOINT_ID.test(server) && ['data_access', 'manage_collections'].includes(permission);
  };
  let length = 0;
  return scopeTexts(filterScopes(tree, isAllowed)).filter((text) => {
    length += text.length + 1;
    return length <= MAX_LENGTH;
  });
}

function filterScopes(tree: ScopeTree, isAllowed: (name: string) => boolean): ScopeTree {
  const allowed = [...tree].filter(([name]) => isAllowed(name));
  return new Map(allowed.map(([name, nested]) => [name, filterScopes(nested, isAllowed)]));
}
