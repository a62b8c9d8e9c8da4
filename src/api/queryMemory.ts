import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * What query functions remember from one fetch to the next and isn't data for a page: where to continue reading, a
 * worker. There is one entry for each cached query, and it is dropped together with the query, so that nothing of one
 * person remains after they sign out.
 */
export class QueryMemory<T> {
  readonly #create: () => T;
  readonly #dispose: (entry: T) => void;
  readonly #byClient = new WeakMap<QueryClient, Map<string, T>>();

  constructor(create: () => T, dispose: (entry: T) => void = () => undefined) {
    this.#create = create;
    this.#dispose = dispose;
  }

  /** Returns the entry of a query that is being fetched; a new one for its first fetch. */
  of(client: QueryClient, queryKey: QueryKey): T {
    const entries = this.#byClient.get(client) ?? this.#watch(client);
    const hash = hashKey(queryKey);
    const entry = entries.get(hash) ?? this.#create();
    entries.set(hash, entry);
    return entry;
  }

  #watch(client: QueryClient): Map<string, T> {
    const entries = new Map<string, T>();
    this.#byClient.set(client, entries);
    client.getQueryCache().subscribe(({ type, query }) => {
      const entry = type === 'removed' ? entries.get(query.queryHash) : undefined;
      if (entry === undefined) return;
      entries.delete(query.queryHash);
      this.#dispose(entry);
    });
    return entries;
  }
}
