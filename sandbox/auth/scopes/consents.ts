import type { ScopeNode } from './scopes.ts';
import { mergeScopes } from './scopes.ts';

/** The scopes that each person has allowed the dashboard to use. Like in Globus, they are kept until revoked. */
export class Consents {
  readonly #scopesByPerson = new Map<string, ScopeNode[]>();

  grantedTo(personId: string): readonly ScopeNode[] {
    return this.#scopesByPerson.get(personId) ?? [];
  }

  add(personId: string, scopes: readonly ScopeNode[]): void {
    this.#scopesByPerson.set(personId, mergeScopes(this.grantedTo(personId), scopes));
  }

  clear(): void {
    this.#scopesByPerson.clear();
  }
}
