import { safeInfoLink } from '../../domain/site/accessPoint.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Shows a link from an untrusted text: as a link if it is clearly a web address, otherwise as text. */
export function UntrustedLink({ text }: { text: string }) {
  const href = safeInfoLink(text);
  if (!href) return <span dir="auto">{text}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {/* The text is the address, so that the link can't pretend to lead elsewhere. */}
      {href}
      <span style={{ marginInlineStart: 4 }}>
        <Icon name="link" />
      </span>
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
