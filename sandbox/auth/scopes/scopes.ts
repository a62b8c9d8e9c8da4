/** A scope and the scopes it can use on the person's behalf: `A[*B C]` is A with the children B and C. */
export interface ScopeNode {
  scope: string;
  /** Written as `*B`: Globus can refuse or revoke B and still grant A. */
  optional: boolean;
  children: ScopeNode[];
}

/** A scope string has unbalanced brackets or an empty name. The message says which. */
export class ScopeSyntaxError extends Error {}

/**
 * Parses a scope string with nested brackets. Merges a scope that occurs twice.
 *
 * @throws ScopeSyntaxError
 */
export function parseScopes(text: string): ScopeNode[] {
  const root: ScopeNode[] = [];
  const levels = [root];
  for (const word of text.match(/[[\]]|[^\s[\]]+/g) ?? []) {
    const level = levels.at(-1) ?? root;
    if (word === '[') {
      const parent = level.at(-1);
      if (!parent) throw new ScopeSyntaxError('An opening bracket has no scope before it.');
      levels.push(parent.children);
    } else if (word === ']') {
      levels.pop();
      if (levels.length === 0) throw new ScopeSyntaxError('A closing bracket has no opening bracket.');
    } else {
      level.push(newNode(word));
    }
  }
  if (levels.length > 1) throw new ScopeSyntaxError('An opening bracket is not closed.');
  return mergeScopes(root);
}

function newNode(word: string): ScopeNode {
  const optional = word.startsWith('*');
  const scope = optional ? word.slice(1) : word;
  if (scope === '') throw new ScopeSyntaxError('A star has no scope.');
  return { scope, optional, children: [] };
}

/** Formats scopes like Globus: children in brackets, and a star before optional ones. */
export function formatScopes(nodes: readonly ScopeNode[]): string {
  return nodes
    .map(({ scope, optional, children }) => {
      const nested = children.length > 0 ? `[${formatScopes(children)}]` : '';
      return `${optional ? '*' : ''}${scope}${nested}`;
    })
    .join(' ');
}

/** Merges trees into one that has all their scopes. A scope is required if any of the trees requires it. */
export function mergeScopes(...trees: readonly (readonly ScopeNode[])[]): ScopeNode[] {
  const merged = new Map<string, ScopeNode>();
  for (const node of trees.flat()) {
    const existing = merged.get(node.scope);
    merged.set(node.scope, {
      scope: node.scope,
      optional: node.optional && existing?.optional !== false,
      children: mergeScopes(existing?.children ?? [], node.children),
    });
  }
  return [...merged.values()];
}

/** Returns the requested scopes that aren't granted. A granted parent is included if one of its children is missing. */
export function missingScopes(requested: readonly ScopeNode[], granted: readonly ScopeNode[]): ScopeNode[] {
  return requested.flatMap((node) => {
    const found = granted.find((other) => other.scope === node.scope);
    if (!found) return [node];
    const children = missingScopes(node.children, found.children);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** Returns all scope names in the tree, parents before children. */
export function scopeNames(nodes: readonly ScopeNode[]): string[] {
  return nodes.flatMap((node) => [node.scope, ...scopeNames(node.children)]);
}
