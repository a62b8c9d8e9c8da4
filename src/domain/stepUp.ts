import type { AuthorizationParameters } from './authorizationParameters.ts';

const list = new Intl.ListFormat('en', { type: 'disjunction' });

/**
 * What a site asks for before it goes on, one sentence each, in the words of the person who has to do it
 * (globus-api.md, "Step-up").
 */
export function stepUpWords(asked: AuthorizationParameters): string[] {
  const words: string[] = [];
  if (asked.requiredSingleDomain.length > 0) {
    words.push(`Sign in with an identity from ${list.format(asked.requiredSingleDomain)}.`);
  }
  if (asked.requiredIdentities.length > 0) words.push('Sign in with one particular identity of yours.');
  if (asked.requiredMfa) words.push('Use multi-factor authentication when you sign in.');
  if (asked.requiredPolicies.length > 0)
    words.push('Sign in again in the way the policy of the site asks for.');
  if (asked.requiredScopes.length > 0) words.push('Allow this dashboard one more thing on your behalf.');
  if (words.length === 0) words.push('Sign in again: the site wants a recent sign-in.');
  return words;
}
