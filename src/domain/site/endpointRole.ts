/** A role that a person or group has on an endpoint or on one of its collections. */
export interface EndpointRole {
  id: string;
  /** Such as "owner", "administrator", or "activity_monitor". */
  role: string;
  principal: { kind: 'identity' | 'group'; id: string } | { kind: 'unknown'; text: string };
  /** null: the role applies to the whole endpoint. */
  collectionId: string | null;
}

const PRINCIPAL = /^urn:globus:(?:auth:(identity)|groups:id):([0-9a-f-]{36})$/i;

/** Parses who has a role: `urn:globus:auth:identity:ID` or `urn:globus:groups:id:ID`. */
export function parsePrincipal(text: string): EndpointRole['principal'] {
  const [, identity, id] = PRINCIPAL.exec(text) ?? [];
  if (id === undefined) return { kind: 'unknown', text };
  return { kind: identity === undefined ? 'group' : 'identity', id: id.toLowerCase() };
}
