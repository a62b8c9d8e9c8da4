/** Where a refusal has its authorization parameters. The Globus documentation doesn't say. */
export type AuthorizationParametersLocation = 'item' | 'root' | 'meta' | 'legacy';

/** When a tunnel accepts a listener address: only while it waits for one, or until it is stopped, even another one. */
export type ListenerContactPolicy = 'waiting' | 'anytime';

/** Which events of a tunnel come first. */
export type EventSort = 'oldest' | 'newest';

/** How the services behave. Tests change these through the control API. */
export interface ServiceSettings {
  /** Added to every response. */
  latencyMs: number;
  authorizationParametersLocation: AuthorizationParametersLocation;
  /** Number of tunnels on a page of the list; undefined: all on one page, since Globus documents no paging. */
  tunnelPageSize: number | undefined;
  eventSort: EventSort;
  /** Maximum number of events on a page, whatever the request says; undefined: as many as requested. */
  eventPageSize: number | undefined;
  /** The Globus documentation doesn't say in which states a tunnel rejects a listener address. */
  listenerContactPolicy: ListenerContactPolicy;
}

export function initialServiceSettings(latencyMs: number): ServiceSettings {
  return {
    latencyMs,
    authorizationParametersLocation: 'item',
    tunnelPageSize: undefined,
    eventSort: 'oldest',
    eventPageSize: undefined,
    listenerContactPolicy: 'waiting',
  };
}
