const UUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;

/** Hex digits that mail programs, word processors and line breaks have pulled apart: the dashes still tell. */
const group = (digits: number) => `[0-9a-f](?:\\s*[0-9a-f]){${digits - 1}}`;
const PULLED_APART = new RegExp(
  `(?<![0-9a-z])${[8, 4, 4, 4, 12].map(group).join('\\s*-\\s*')}(?![0-9a-z])`,
  'gi',
);
const WITHOUT_DASHES = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** An id shortened in the middle for tables and names: "a1b2c3…9f0e". What is short already stays whole. */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`;
}

/**
 * Every id (UUID) in a text of any kind, such as a mail or an address, lower-cased, each once, in order. When
 * none is written as it should be, those that were bent on their way count: other dashes, blanks or line breaks
 * inside, no dashes at all.
 */
export function findIds(text: string): string[] {
  const ids = matches(text, UUID);
  if (ids.length > 0) return ids;
  const tidy = text.replace(UNSEEN, '').replace(/=3D/g, '=').replace(DASHES, '-');
  const bent = [...matches(tidy, PULLED_APART), ...matches(tidy, WITHOUT_DASHES)];
  return [...new Set(bent.map(asUuid))];
}

/** Zero-width characters, soft hyphens and the soft line breaks of quoted-printable mail (which writes = as =3D). */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff\u00ad]|=\r?\n/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([id]) => id.toLowerCase()))];
}

function asUuid(text: string): string {
  const digits = text.replace(/[^0-9a-f]/g, '');
  const parts = [0, 8, 12, 16, 20, 32].map((end, at, ends) => digits.slice(ends[at - 1] ?? 0, end));
  return parts.slice(1).join('-');
}
