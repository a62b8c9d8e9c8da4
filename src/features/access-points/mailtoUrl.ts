// Far stricter than mail itself: what is not plainly an address is shown as text, never linked.
const PLAIN_ADDRESS = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/;

/** A link that opens a mail to the address in somebody's free text, or null when it is not plainly one. */
export function mailtoUrl(text: string): string | null {
  const address = text.trim();
  if (!PLAIN_ADDRESS.test(address)) return null;
  // A percent sign may stand in an address and must not be read as an escape.
  return `mailto:${address.replaceAll('%', '%25')}`;
}
