import type { RefusingSite } from '../sign-in/stepUp.ts';

/** A stream access point: one end a tunnel can have. All its texts are somebody's free words. */
export interface AccessPoint {
  id: string;
  name: string;
  /** As the API gives it, `tlsftp://HOST:PORT`; see {@link tlsftpHost}. */
  tlsftpServer: string | null;
  owner: string | null;
  organization: string | null;
  department: string | null;
  description: string | null;
  keywords: string[];
  contactEmail: string | null;
  contactInfo: string | null;
  /** Untrusted: link it only through {@link safeInfoLink}. */
  infoLink: string | null;
  hostEndpointId: string | null;
}

/** The keywords of the API's one comma-separated text: trimmed, none empty, each once. */
export function splitKeywords(text: string): string[] {
  const keywords = text.split(',').map((keyword) => keyword.trim());
  return [...new Set(keywords.filter((keyword) => keyword !== ''))];
}

/**
 * An address that may become a link, from a text anybody may have written: absolute http or https alone, without
 * a name or password in it. Everything else (`javascript:`, `data:`, "see our wiki") is text to show.
 */
export function safeInfoLink(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return url.username === '' && url.password === '' ? url.href : null;
}

/** Host and port of a `tlsftp://HOST:PORT` address, for reading; the text itself when it has another form. */
export function tlsftpHost(text: string): string {
  return /^tlsftp:\/\/([^/?#@]+)\/?$/i.exec(text)?.[1] ?? text;
}

/** An access point as one that may refuse a call. */
export function toRefusingSite({ id, name, hostEndpointId }: AccessPoint): RefusingSite {
  return { id, name, endpointId: hostEndpointId };
}
