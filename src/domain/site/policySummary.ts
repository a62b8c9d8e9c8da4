import { toSingleLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import type { GatewayPolicy } from './policy-check/checkPolicy.ts';

const MAX_DOMAINS = 3;

/** Returns what a gateway requires of people, in one line. Without requirements, says that anyone is allowed. */
export function policySummary({
  allowedDomains,
  authenticationTimeoutMinutes,
  usersAllowed,
  usersDenied,
  unreadable,
}: GatewayPolicy): string {
  const domains = allowedDomains ?? [];
  const more = domains.length - MAX_DOMAINS;
  const shown = domains.slice(0, MAX_DOMAINS).map((domain) => toSingleLine(domain, 60));
  const parts = [
    domains.length > 0 && `Only ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    authenticationTimeoutMinutes !== null &&
      `sign-in within ${durationText(authenticationTimeoutMinutes * 60_000)}`,
    (usersAllowed ?? []).length > 0 && 'only listed users',
    (usersDenied ?? []).length > 0 && 'some users denied',
    unreadable.length > 0 && 'more that this dashboard can’t read',
  ].filter((part) => part !== false);
  const text = parts.join(', ') || 'Anyone who can sign in';
  return text.charAt(0).toUpperCase() + text.slice(1);
}
