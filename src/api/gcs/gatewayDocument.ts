import {
  array,
  boolean,
  check,
  finite,
  type GenericSchema,
  type InferOutput,
  looseObject,
  number,
  pipe,
  safeParse,
  string,
  transform,
  unknown,
} from 'valibot';
import {
  type IdentityMapping,
  parseIdentityMappings,
} from '../../domain/site/policy-check/identityMapping.ts';
import type { GatewaySettings, StreamGateway } from '../../domain/site/streamGateway.ts';
import type { FormFields } from '../http/fieldErrors.ts';
import { ResourceId } from '../http/jsonApi.ts';
import { getOwnProperty } from '../http/untrustedJson.ts';

type Name = keyof GatewaySettings;
type Value<N extends Name> = NonNullable<GatewaySettings[N]>;

const Texts = array(string());
const Mappings = pipe(
  unknown(),
  // The check refuses null, which its type can't say.
  transform((value) => parseIdentityMappings(value) as IdentityMapping[]),
  check((mappings) => mappings !== null),
);

/** The name of each setting on the wire, and its type where it isn't null. */
const SETTINGS: { [N in Name]: { wireName: string; schema: GenericSchema<unknown, Value<N>> } } = {
  name: { wireName: 'display_name', schema: string() },
  allowedDomains: { wireName: 'allowed_domains', schema: Texts },
  authenticationTimeoutMinutes: { wireName: 'authentication_timeout_mins', schema: pipe(number(), finite()) },
  identityMappings: { wireName: 'identity_mappings', schema: Mappings },
  usersAllowed: { wireName: 'users_allow', schema: Texts },
  usersDenied: { wireName: 'users_deny', schema: Texts },
  lanName: { wireName: 'lan_name', schema: string() },
  requiresLanSecret: { wireName: 'lan_secret_required', schema: boolean() },
  runsAsLocalUser: { wireName: 'run_as_local_user', schema: boolean() },
  contactEmail: { wireName: 'contact_email', schema: string() },
  contactInfo: { wireName: 'contact_info', schema: string() },
  department: { wireName: 'department', schema: string() },
  description: { wireName: 'description', schema: string() },
  infoLink: { wireName: 'info_link', schema: string() },
  keywords: { wireName: 'keywords', schema: Texts },
  organization: { wireName: 'organization', schema: string() },
};

/** The settings by their position in a request, for the errors of a form. */
export const GATEWAY_FORM_FIELDS: FormFields<Name> = Object.fromEntries(
  (Object.keys(SETTINGS) as Name[]).map((name) => [SETTINGS[name].wireName, name]),
);

/** A stream gateway on the wire. Only its ID is required; {@link toGateway} parses the rest setting by setting. */
export const GatewayResource = looseObject({ id: ResourceId });

/** Returns whether a gateway was deleted. A GCS Manager may list it for a while. */
export function isDeleted(resource: InferOutput<typeof GatewayResource>): boolean {
  return getOwnProperty(resource, 'deleted') === true;
}

/** Converts a gateway from the wire. A setting that has an unknown type is named in `unreadable`. */
export function toGateway(resource: InferOutput<typeof GatewayResource>): StreamGateway {
  const unreadable: Name[] = [];
  const read = <N extends Name>(name: N): GatewaySettings[N] | null => {
    const { wireName, schema } = SETTINGS[name];
    const value = getOwnProperty(resource, wireName) ?? null;
    if (value === null) return null;
    const parsed = safeParse(schema, value);
    if (parsed.success) return parsed.output;
    unreadable.push(name);
    return null;
  };
  return {
    id: resource.id,
    name: read('name'),
    allowedDomains: read('allowedDomains'),
    authenticationTimeoutMinutes: read('authenticationTimeoutMinutes'),
    identityMappings: read('identityMappings'),
    usersAllowed: read('usersAllowed'),
    usersDenied: read('usersDenied'),
    lanName: read('lanName'),
    requiresLanSecret: read('requiresLanSecret'),
    runsAsLocalUser: read('runsAsLocalUser'),
    contactEmail: read('contactEmail'),
    contactInfo: read('contactInfo'),
    department: read('department'),
    description: read('description'),
    infoLink: read('infoLink'),
    keywords: read('keywords'),
    organization: read('organization'),
    tlsftpUrl: readText(resource, 'tlsftp_url'),
    domainName: readText(resource, 'domain_name'),
    unreadable,
  };
}

function readText(resource: object, name: string): string | null {
  const value = getOwnProperty(resource, name);
  return typeof value === 'string' ? value : null;
}

/**
 * Returns the body that creates or changes a gateway: the given settings, where null removes one. The document has the
 * oldest version that has all of them, because an older GCS Manager may know no later one.
 */
export function gatewayBody(settings: Partial<GatewaySettings>): Record<string, unknown> {
  const entries = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [[SETTINGS[name as Name].wireName, toWire(name as Name, value)] as const],
  );
  const version = settings.runsAsLocalUser === undefined ? '1.0.0' : '1.1.0';
  return { DATA_TYPE: `stream_gateway#${version}`, ...Object.fromEntries(entries) };
}

function toWire(name: Name, value: unknown): unknown {
  if (name !== 'identityMappings' || value === null) return value;
  return (value as IdentityMapping[]).map(({ document }) => document);
}
