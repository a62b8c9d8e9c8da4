/**
 * Where a refusal has its authorization parameters: at the root of the document, as Globus documents, in an item of
 * `errors`, or in the `meta` of such an item. `legacy` is a document of v0.10. `login-failed` is one for a login that
 * failed at the site: status 502, and every parameter, those without a requirement as an empty list, null or false.
 */
export type AuthorizationParametersLocation = 'root' | 'item' | 'meta' | 'legacy' | 'login-failed';

/** When a tunnel accepts a listener address: only while it waits for one, or until it is stopped, even another one. */
export type ListenerContactPolicy = 'waiting' | 'anytime';

/** Which events of a tunnel come first. */
export type EventSort = 'oldest' | 'newest';

/** The answers of Transfer that the Globus documentation leaves open, or that its clients have recorded differently. */
export interface TransferChoices {
  /** The state of a tunnel in the response that creates it. */
  firstState: 'AWAITING_LISTENER' | 'UNINITIALIZED';
  /**
   * How long the creation of a tunnel is under way after the response, in milliseconds of the simulated clock. Until
   * then, the list leaves the tunnel out, and a repetition of its `submission_id` gets 409.
   */
  creationMs: number;
  /** Whose tunnels a person sees: their own, or also those of endpoints that they administer. */
  visibleTunnels: 'administered' | 'own';
  /** The highest `page[limit]`. 0: the parameter itself is refused. */
  highestPageLimit: number;
  /** The response to `DELETE`: `data` is null, or there is only `meta`. */
  deletion: 'null-data' | 'meta';
  /** The type of an event's `id`. Globus is recorded with numbers, but JSON:API requires strings. */
  eventIds: 'number' | 'string';
}

const INITIAL_CHOICES: Readonly<TransferChoices> = {
  firstState: 'AWAITING_LISTENER',
  creationMs: 0,
  visibleTunnels: 'administered',
  highestPageLimit: 1000,
  deletion: 'null-data',
  eventIds: 'number',
};

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
  choices: TransferChoices;
}

export function initialServiceSettings(latencyMs: number): ServiceSettings {
  return {
    latencyMs,
    authorizationParametersLocation: 'root',
    tunnelPageSize: undefined,
    eventSort: 'oldest',
    eventPageSize: undefined,
    listenerContactPolicy: 'waiting',
    choices: { ...INITIAL_CHOICES },
  };
}
