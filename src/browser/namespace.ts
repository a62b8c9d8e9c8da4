// Several dashboards can share one origin: one per path, or one per Globus client. Everything that an origin shares
// (storage, channels, locks) is named here, so that they don't read each other's data.

let namespace: string | null = null;

/** What distinguishes the dashboards on one origin. */
export interface Deployment {
  /** The path the app is served at, with a slash at each end. */
  basePath: string;
  clientId: string;
}

/** Sets the namespace of this page, before anything is stored. */
export function setNamespace({ basePath, clientId }: Deployment): void {
  namespace = `globus-streams ${basePath} ${clientId} `;
}

/**
 * Returns a name that no other dashboard on this origin uses. index.html matches the same form, because it looks for
 * a session before any code has loaded.
 */
export function namespaced(name: string): string {
  if (namespace === null) throw new Error('Storage was used before the namespace was set.');
  return namespace + name;
}

/**
 * Returns a name for what is needed before the client ID is known. All clients at one path share it.
 *
 * @param basePath the path the app is served at, with a slash at each end
 */
export function namespacedByPath(basePath: string, name: string): string {
  return `globus-streams ${basePath} ${name}`;
}
