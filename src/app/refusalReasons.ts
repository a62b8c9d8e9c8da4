import type { RefusalReason } from '../api/http/gcsErrorDetail.ts';
import { joinWithOr } from '../domain/sign-in/stepUp.ts';
import { toSingleLine } from '../domain/text/plainText.ts';

const MAX_VALUE_LENGTH = 60;

/** For each type of refusal: what happened, and what to do. Types that the kind of the error explains aren't here. */
const MESSAGES: Readonly<Record<string, (values: string[]) => { title: string; impact: string }>> = {
  missing_required_role: (roles) => ({
    title: 'You don’t have the required role',
    impact: `${roles.length > 0 ? `This requires the role ${joinWithOr(roles)} on the endpoint.` : 'This requires a role on the endpoint.'} Ask the endpoint’s administrators.`,
  }),
  not_resource_owner: () => ({
    title: 'Only its owner can do this',
    impact: 'It belongs to another identity. Sign in with that identity, or ask its owner.',
  }),
  subscription_required: (names) => ({
    title: 'The endpoint needs a subscription',
    impact: `${names.length > 0 ? `This feature requires ${names.join(', ')}.` : 'This feature requires a Globus subscription.'} Ask the endpoint’s administrators.`,
  }),
  limit_exceeded: () => ({
    title: 'The endpoint reached its limit',
    impact: 'It can’t have more of these. Delete one that isn’t needed, then try again.',
  }),
  invalid_user: () => ({
    title: 'You don’t have an account at this site',
    impact:
      'The site maps your identity to a local account that doesn’t exist. Use an identity that the site knows, or ask the site administrators.',
  }),
  id_not_in_identity_set: () => ({
    title: 'That identity isn’t linked to yours',
    impact: 'Link the identity to your Globus account, sign in again, then try again.',
  }),
  invalid_credential: () => ({
    title: 'Your credential at this site isn’t valid',
    impact: 'Renew it in the Globus web app, then try again.',
  }),
  credential_not_found: () => ({
    title: 'You have no credential at this site',
    impact: 'Register one in the Globus web app, then try again.',
  }),
};

/** Returns what to say about a GCS Manager's refusal; null if the kind of the error says enough. */
export function reasonMessage({ type, values }: RefusalReason): { title: string; impact: string } | null {
  const names = values.map((value) => toSingleLine(value.replaceAll('_', ' '), MAX_VALUE_LENGTH));
  return MESSAGES[type]?.(names) ?? null;
}

/** Returns whether linking another identity to the person's account can help. */
export function isHelpedByLinking({ type }: RefusalReason): boolean {
  return type === 'invalid_user' || type === 'id_not_in_identity_set';
}
