import type { ScopeNode } from './scopes.ts';
import { mergeScopes } from './scopes.ts';

/** What each person has allowed the dashboard's client, as Globus keeps it: until withdrawn, in every browser. */
export class Consents {
  readonly #given = new Map<string, ScopeNode[]>();

  grantedTo(personId: string): readonly ScopeNode[] {
    return this.#given.get(personId) ?? [];
  }

  add(personId: string, scopes: readonly ScopeNode[]): void {
    this.#given.set(personId, mergeScopes(this.grantedTo(personId), scopes));
  }

  clear(): void {
    this.#given.clear();
  }
}
