/** Where a refusal carries its authorization parameters; Globus' documents leave it open. */
export type AuthorizationParametersLocation = 'item' | 'root' | 'meta' | 'legacy';

/** While it waits for one, or at any time until it is over, another one too. */
export type ListenerContactPolicy = 'waiting' | 'anytime';

export type EventSort = 'oldest' | 'newest';

/** Levers of the services that control moves. */
export interface ServiceSettings {
  /** Added to every answer. */
  latencyMs: number;
  authorizationParametersLocation: AuthorizationParametersLocation;
  /** Tunnels in one answer of the list; undefined: all, as far as anybody knows. */
  tunnelPageSize: number | undefined;
  /** Which of a tunnel's events come first. */
  eventSort: EventSort;
  /** The most events in one answer, whatever was asked for; undefined: as many as asked for. */
  eventPageSize: number | undefined;
  /** When a tunnel takes its listener's contact; Globus' documents leave open in which states it refuses. */
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
