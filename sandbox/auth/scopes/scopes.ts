/** One scope and the scopes it may use on the person's behalf: `A[*B C]` is A with the children B and C. */
export interface ScopeNode {
  scope: string;
  /** Written `*B`: Globus may refuse or withdraw B and still grant A. */
  optional: boolean;
  children: ScopeNode[];
}

/** The scope string has unbalanced brackets or an empty name; the message says which. */
export class ScopeSyntaxError extends Error {}

/**
 * Reads a scope string, nested brackets included; a scope that stands twice is merged into one.
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
      if (!parent) throw new ScopeSyntaxError('A bracket opens before any scope.');
      levels.push(parent.children);
    } else if (word === ']') {
      levels.pop();
      if (levels.length === 0) throw new ScopeSyntaxError('A bracket closes that was never opened.');
    } else {
      level.push(newNode(word));
    }
  }
  if (levels.length > 1) throw new ScopeSyntaxError('A bracket is not closed.');
  return mergeScopes(root);
}

function newNode(word: string): ScopeNode {
  const optional = word.startsWith('*');
  const scope = optional ? word.slice(1) : word;
  if (scope === '') throw new ScopeSyntaxError('A star stands without a scope.');
  return { scope, optional, children: [] };
}

/** Writes the tree as Globus does: children in brackets, a star before the optional ones. */
export function formatScopes(nodes: readonly ScopeNode[]): string {
  return nodes
    .map(({ scope, optional, children }) => {
      const nested = children.length > 0 ? `[${formatScopes(children)}]` : '';
      return `${optional ? '*' : ''}${scope}${nested}`;
    })
    .join(' ');
}

/** One tree with everything that any of the given trees has; what one of them requires is required. */
export function mergeScopes(...trees: readonly (readonly ScopeNode[])[]): ScopeNode[] {
  const merged = new Map<string, ScopeNode>();
  for (const node of trees.flat()) {
    const known = merged.get(node.scope);
    merged.set(node.scope, {
      scope: node.scope,
      optional: node.optional && known?.optional !== false,
      children: mergeScopes(known?.children ?? [], node.children),
    });
  }
  return [...merged.values()];
}

/** What of `asked` is not in `given`; a granted parent stays in the answer when one of its children is missing. */
export function missingScopes(asked: readonly ScopeNode[], given: readonly ScopeNode[]): ScopeNode[] {
  return asked.flatMap((node) => {
    const found = given.find((other) => other.scope === node.scope);
    if (!found) return [node];
    const children = missingScopes(node.children, found.children);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** Every scope name in the tree, parents before children. */
export function scopeNames(nodes: readonly ScopeNode[]): string[] {
  return nodes.flatMap((node) => [node.scope, ...scopeNames(node.children)]);
}
