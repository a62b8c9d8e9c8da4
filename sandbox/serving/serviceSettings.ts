/** Where a refusal carries its authorization parameters; Globus' documents leave it open. */
export type ParametersPlace = 'item' | 'root' | 'meta' | 'legacy';

/** Levers of the services that control moves. */
export interface ServiceSettings {
  /** Added to every answer. */
  latencyMs: number;
  authorizationParametersPlace: ParametersPlace;
  /** Tunnels in one answer of the list; undefined: all, as far as anybody knows. */
  tunnelPageSize: number | undefined;
}

export function initialSettings(latencyMs: number): ServiceSettings {
  return { latencyMs, authorizationParametersPlace: 'item', tunnelPageSize: undefined };
}
