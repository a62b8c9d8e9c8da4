import type { RefusingSite } from '../sign-in/stepUp.ts';

/** A stream access point: where a tunnel can begin or end. Its texts are written by others and untrusted. */
export interface AccessPoint {
  id: string;
  name: string;
  /** As the API sends it, `tlsftp://HOST:PORT`; see {@link tlsftpHost}. */
  tlsftpServer: string | null;
  owner: string | null;
  organization: string | null;
  department: string | null;
  description: string | null;
  keywords: string[];
  contactEmail: string | null;
  contactInfo: string | null;
  /** Untrusted: link to it only through {@link safeInfoLink}. */
  infoLink: string | null;
  hostEndpointId: string | null;
}

/** Splits the API's comma-separated keywords: trimmed, not empty, without duplicates. */
export function splitKeywords(text: string): string[] {
  const keywords = text.split(',').map((keyword) => keyword.trim());
  return [...new Set(keywords.filter((keyword) => keyword !== ''))];
}

/**
 * Returns the address that an untrusted text may link to: absolute, http or https, without credentials.
 *
 * @returns null for everything else, such as `javascript:`, `data:` or "see our wiki", which is only text to show
 */
export function safeInfoLink(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return url.username === '' && url.password === '' ? url.href : null;
}

/** Returns the host and port of a `tlsftp://HOST:PORT` address, or the text itself if it has another form. */
export function tlsftpHost(text: string): string {
  return /^tlsftp:\/\/([^/?#@]+)\/?$/i.exec(text)?.[1] ?? text;
}

/** Returns an access point as a site that may refuse a request. */
export function toRefusingSite({ id, name, hostEndpointId }: AccessPoint): RefusingSite {
  return { id, name, endpointId: hostEndpointId };
}
