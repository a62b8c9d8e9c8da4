// Much stricter than the standard: anything that isn't clearly an email address stays text.
const PLAIN_ADDRESS = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/;

/** Returns a mailto: link for an untrusted text, or null if the text isn't clearly one email address. */
export function mailtoUrl(text: string): string | null {
  const address = text.trim();
  if (!PLAIN_ADDRESS.test(address)) return null;
  // An address may contain a percent sign, which must not be read as an escape.
  return `mailto:${address.replaceAll('%', '%25')}`;
}
