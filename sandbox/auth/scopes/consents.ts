import type { ScopeNode } from './scopes.ts';
import { mergeScopes } from './scopes.ts';

/** The scopes that each person has allowed each client to use. Like in Globus, they are kept until revoked. */
export class Consents {
  readonly #scopesByClient = new Map<string, Map<string, ScopeNode[]>>();

  grantedTo(clientId: string, personId: string): readonly ScopeNode[] {
    return this.#scopesByClient.get(clientId)?.get(personId) ?? [];
  }

  add(clientId: string, personId: string, scopes: readonly ScopeNode[]): void {
    const scopesByPerson = this.#scopesByClient.get(clientId) ?? new Map<string, ScopeNode[]>();
    scopesByPerson.set(personId, mergeScopes(this.grantedTo(clientId, personId), scopes));
    this.#scopesByClient.set(clientId, scopesByPerson);
  }

  /** Removes what everyone allowed a client that no longer exists. */
  deleteClient(clientId: string): void {
    this.#scopesByClient.delete(clientId);
  }

  clear(): void {
    this.#scopesByClient.clear();
  }
}
