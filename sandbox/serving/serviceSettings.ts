/** Where a refusal carries its authorization parameters; Globus' documents leave it open. */
export type ParametersPlace = 'item' | 'root' | 'meta' | 'legacy';

export type EventOrder = 'oldest' | 'newest';

/** Levers of the services that control moves. */
export interface ServiceSettings {
  /** Added to every answer. */
  latencyMs: number;
  authorizationParametersPlace: ParametersPlace;
  /** Tunnels in one answer of the list; undefined: all, as far as anybody knows. */
  tunnelPageSize: number | undefined;
  /** Which of a tunnel's events come first. */
  firstEvents: EventOrder;
  /** The most events in one answer, whatever was asked for; undefined: as many as asked for. */
  eventPageSize: number | undefined;
}

export function initialSettings(latencyMs: number): ServiceSettings {
  return {
    latencyMs,
    authorizationParametersPlace: 'item',
    tunnelPageSize: undefined,
    firstEvents: 'oldest',
    eventPageSize: undefined,
  };
}
