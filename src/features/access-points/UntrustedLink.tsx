import { safeInfoLink } from '../../domain/site/accessPoint.ts';
import { Icon } from '../../ui/Icon.tsx';

/** A link somebody wrote: linked when it is plainly a web address, otherwise shown as the text it is. */
export function UntrustedLink({ text }: { text: string }) {
  const href = safeInfoLink(text);
  if (!href) return <span dir="auto">{text}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {/* What one reads is where it leads. */}
      {href}
      <span style={{ marginInlineStart: 4 }}>
        <Icon name="link" />
      </span>
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
