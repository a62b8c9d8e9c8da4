import { mailtoUrl } from '../../domain/site/mailtoUrl.ts';

/** Shows an untrusted text: as a link if it is clearly one email address, otherwise as text. */
export function EmailLink({ text }: { text: string }) {
  const href = mailtoUrl(text);
  return href ? <a href={href}>{text.trim()}</a> : <span dir="auto">{text}</span>;
}
