import type { AccessPointUpdate } from '../world/siteDirectory.ts';
import type { AccessPoint, Endpoint } from '../world/sites.ts';
import { OPEN_POLICY } from '../world/sites.ts';
import { GATEWAY_1_0 } from './gatewayDocument.ts';
import { type InputError, invalidInput } from './gcsErrors.ts';

type JsonObject = Record<string, unknown>;
/** Returns what is wrong with a value, or undefined. */
type FieldCheck = (value: unknown, endpoint: Endpoint) => string | undefined;

const MAX_KEYWORD_CHARACTERS = 1024;
const MAX_ORGANIZATION_CHARACTERS = 1000;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const text: FieldCheck = (value) => (typeof value === 'string' ? undefined : 'Not a valid string.');
const texts: FieldCheck = (value) => (areTexts(value) ? undefined : 'Not a list of strings.');
const flag: FieldCheck = (value) => (typeof value === 'boolean' ? undefined : 'Not a valid boolean.');

/** What a writable field of a gateway must look like. Null is allowed everywhere except for the name. */
const FIELD_CHECKS: Record<string, FieldCheck> = {
  display_name: (value) =>
    typeof value === 'string' && value.trim() !== '' ? undefined : 'A gateway needs a name.',
  allowed_domains: (value) => {
    if (!areTexts(value)) return 'Not a list of strings.';
    const invalid = value.find((domain) => !DOMAIN.test(domain));
    return invalid === undefined ? undefined : `${invalid} is not a domain.`;
  },
  authentication_timeout_mins: (value) =>
    Number.isInteger(value) && Number(value) >= 0 ? undefined : 'Not a whole number of minutes.',
  identity_mappings: (value) =>
    Array.isArray(value) && value.every(isMapping) ? undefined : 'Not a list of identity mappings.',
  users_allow: texts,
  users_deny: texts,
  lan_name: (value, { nodes }) =>
    nodes.some(({ lan_addresses }) => lan_addresses.some(({ network_name }) => network_name === value))
      ? undefined
      : 'No node has a network with this name.',
  lan_secret_required: flag,
  run_as_local_user: flag,
  contact_email: (value) =>
    typeof value === 'string' && /^\S+@\S+$/.test(value) ? undefined : 'Not a valid email address.',
  contact_info: text,
  department: text,
  description: text,
  info_link: (value) =>
    typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? undefined : 'Not a valid URL.',
  keywords: (value) => {
    if (!areTexts(value)) return 'Not a list of strings.';
    const isTooLong = value.join('').length > MAX_KEYWORD_CHARACTERS;
    return isTooLong ? `Longer than ${MAX_KEYWORD_CHARACTERS} characters in all.` : undefined;
  },
  organization: (value) => {
    if (typeof value !== 'string') return 'Not a valid string.';
    if (/[\r\n]/.test(value)) return 'Must not contain line breaks.';
    const isTooLong = value.length > MAX_ORGANIZATION_CHARACTERS;
    return isTooLong ? `Longer than ${MAX_ORGANIZATION_CHARACTERS} characters.` : undefined;
  },
};
/** Members of the document that the endpoint sets itself. It ignores them in requests. */
const READ_ONLY = ['DATA_TYPE', 'id', 'tlsftp_url', 'domain_name', 'deleted'];
const POLICY_FIELDS = Object.keys(OPEN_POLICY);

function isMapping(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.DATA_TYPE === 'external_identity_mapping#1.0.0')
    return areTexts(value.command) && value.command.length > 0;
  if (value.DATA_TYPE !== 'expression_identity_mapping#1.0.0' || !Array.isArray(value.mappings)) return false;
  return value.mappings.every(
    (rule) =>
      isObject(rule) &&
      areTexts([rule.source, rule.match, rule.output]) &&
      [rule.literal, rule.ignore_case].every((option) => option === undefined || typeof option === 'boolean'),
  );
}

/**
 * Reads the fields of a gateway that a request names. A field that is null gets its default.
 *
 * @param current the gateway that the request changes; undefined for a new one
 * @throws GcsError 422 with everything that is wrong
 */
export function readGatewayFields(
  document: JsonObject,
  endpoint: Endpoint,
  current?: AccessPoint,
): Required<Pick<AccessPointUpdate, 'attributes' | 'policy'>> {
  const named = Object.entries(document).filter(([name]) => !READ_ONLY.includes(name));
  const errors: InputError[] = named.flatMap(([property, value]) => {
    const message = checkField(property, value, document, endpoint);
    return message === undefined ? [] : [{ property, message }];
  });
  if (!current && !Object.hasOwn(document, 'display_name'))
    errors.push({ property: 'display_name', message: 'Missing data for required field.' });

  const policyEntries = named.filter(([name]) => POLICY_FIELDS.includes(name));
  const policy = Object.fromEntries(
    policyEntries.map(([name, value]) => [name, value ?? Reflect.get(OPEN_POLICY, name)]),
  );
  const attributes = Object.fromEntries(
    named
      .filter(([name]) => !POLICY_FIELDS.includes(name))
      .map(([name, value]) => [name, name === 'keywords' ? keywordText(value) : value]),
  );
  if (errors.length === 0) errors.push(...domainErrors({ ...OPEN_POLICY, ...current?.policy, ...policy }));
  if (errors.length > 0) throw invalidInput(errors);
  return { attributes, policy };
}

function checkField(
  name: string,
  value: unknown,
  { DATA_TYPE: dataType }: JsonObject,
  endpoint: Endpoint,
): string | undefined {
  const check = Object.hasOwn(FIELD_CHECKS, name) ? FIELD_CHECKS[name] : undefined;
  if (!check || (name === 'run_as_local_user' && dataType === GATEWAY_1_0)) return 'Unknown field.';
  return value === null && name !== 'display_name' ? undefined : check(value, endpoint);
}

function domainErrors(policy: { allowed_domains: string[]; identity_mappings: unknown[] | null }) {
  if (policy.allowed_domains.length < 2 || (policy.identity_mappings?.length ?? 0) > 0) return [];
  return [{ property: 'identity_mappings', message: 'Several allowed domains need an identity mapping.' }];
}

function keywordText(value: unknown): string | null {
  return areTexts(value) && value.length > 0 ? value.join(', ') : null;
}
