const UUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;

/** An ID with spaces or line breaks inside, as email programs and word processors leave it; its dashes identify it. */
const group = (digits: number) => `[0-9a-f](?:\\s*[0-9a-f]){${digits - 1}}`;
const WITH_GAPS = new RegExp(
  `(?<![0-9a-z])${[8, 4, 4, 4, 12].map(group).join('\\s*-\\s*')}(?![0-9a-z])`,
  'gi',
);
const WITHOUT_DASHES = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** Shortens an ID in the middle, for tables and names: "a1b2c3…9f0e". A short one stays whole. */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`;
}

/**
 * Finds every ID (UUID) in a text of any kind, such as an email or a URL: in lower case, in order, without duplicates.
 * If none is written correctly, it finds damaged ones: with other dashes, with spaces or line breaks inside, or without
 * dashes.
 */
export function findIds(text: string): string[] {
  const ids = matches(text, UUID);
  if (ids.length > 0) return ids;
  const cleaned = text.replace(INVISIBLE, '').replace(/=3D/g, '=').replace(DASHES, '-');
  const damaged = [...matches(cleaned, WITH_GAPS), ...matches(cleaned, WITHOUT_DASHES)];
  return [...new Set(damaged.map(asUuid))];
}

/** Zero-width characters, soft hyphens, and the soft line breaks of quoted-printable email (which writes = as =3D). */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]|=\r?\n/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([id]) => id.toLowerCase()))];
}

function asUuid(text: string): string {
  const digits = text.replace(/[^0-9a-f]/g, '');
  const parts = [0, 8, 12, 16, 20, 32].map((end, index, ends) => digits.slice(ends[index - 1] ?? 0, end));
  return parts.slice(1).join('-');
}
