import { toSingleLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import type { EndpointNode } from './endpointNode.ts';
import type { IdentityMapping, MappingRule } from './policy-check/identityMapping.ts';
import type { StreamGateway } from './streamGateway.ts';

const MAX_RULES = 50;
const MAX_TEXT = 120;

/** Returns how a gateway turns identities into usernames, one sentence a rule, in the order in which they apply. */
export function mappingSentences(mappings: readonly IdentityMapping[] | null): string[] {
  if (mappings === null || mappings.length === 0) return ['The username is the full name of the identity.'];
  // A document may have thousands of rules: only those that are shown are put into words.
  const rules = mappings.flatMap((mapping): (MappingRule | string | null)[] => {
    if (mapping.kind === 'expression') return mapping.rules;
    if (mapping.kind === 'unreadable') return [null];
    return [`A program at the site decides: ${toSingleLine(mapping.command.join(' '), MAX_TEXT)}`];
  });
  const sentences = rules
    .slice(0, MAX_RULES)
    .map((rule) => (typeof rule === 'string' ? rule : rule ? ruleSentence(rule) : UNREADABLE));
  const more = rules.length - sentences.length;
  return more > 0 ? [...sentences, `${more.toLocaleString('en')} more rules.`] : sentences;
}

const UNREADABLE = 'A rule in a form that this dashboard can’t read.';

function ruleSentence({ source, match, output, literal, ignoreCase }: MappingRule): string {
  const relation = literal ? 'is exactly' : 'matches';
  const anyCase = ignoreCase ? ' (in any case)' : '';
  return `If ${quoted(source)} ${relation} ${quoted(match)}${anyCase}, the username is ${quoted(output)}.`;
}

const quoted = (text: string) => `“${toSingleLine(text, MAX_TEXT)}”`;

/** Returns how long ago the last sign-in may be. */
export function signInAgeText({
  authenticationTimeoutMinutes,
}: Pick<StreamGateway, 'authenticationTimeoutMinutes'>): string {
  if (authenticationTimeoutMinutes === null) return 'Any time';
  return durationText(authenticationTimeoutMinutes * 60_000);
}

/** Returns the addresses of an endpoint's nodes on a network of the site; null: on all of them. */
export function addressesOnNetwork(nodes: readonly EndpointNode[], networkName: string | null): string[] {
  return nodes.flatMap(({ lanAddresses }) =>
    lanAddresses
      .filter((address) => networkName === null || address.networkName === networkName)
      .map(({ address }) => address),
  );
}
