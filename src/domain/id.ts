const UUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;

/** An id shortened in the middle for tables and names: "a1b2c3…9f0e". What is short already stays whole. */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`;
}

/** Every id (UUID) in a text of any kind, such as a mail or an address, lower-cased, each once, in order. */
export function findIds(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(UUID), ([id]) => id.toLowerCase()))];
}
