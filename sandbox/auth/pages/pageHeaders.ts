/**
 * Headers of every page: no script at all, no framing, no referrer. A form's answer redirects to the client, and
 * browsers hold that against `form-action`, so the client's origin must stand there.
 */
export function pageHeaders(formTarget?: string): Record<string, string> {
  const formAction = formTarget === undefined ? "'self'" : `'self' ${new URL(formTarget).origin}`;
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src 'self'",
      `form-action ${formAction}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
