import { safeInfoLink } from '../../domain/site/accessPoint.ts';
import { NewTabLink } from './NewTabLink.tsx';

/** Shows a link from an untrusted text: as a link if it is clearly a web address, otherwise as text. */
export function UntrustedLink({ text }: { text: string }) {
  const href = safeInfoLink(text);
  if (!href) return <span dir="auto">{text}</span>;
  // The text is the address, so that the link can't pretend to lead elsewhere.
  return <NewTabLink href={href}>{href}</NewTabLink>;
}
