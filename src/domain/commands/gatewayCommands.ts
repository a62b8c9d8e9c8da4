import type { GatewaySettings } from '../site/streamGateway.ts';

// The commands of Globus Connect Server for stream gateways, as lists of arguments. Its reference documents the options for
// the policy. The names of the others follow its commands for collections, and so does the empty text that removes a
// value [A].

const COMMAND = ['globus-connect-server', 'stream-gateway'];

/** The option of each setting. A list repeats its option, except for keywords. */
const OPTIONS: Readonly<
  Record<Exclude<keyof GatewaySettings, 'requiresLanSecret' | 'runsAsLocalUser'>, string>
> = {
  name: '--display-name',
  allowedDomains: '--domain',
  authenticationTimeoutMinutes: '--authentication-timeout-mins',
  identityMappings: '--identity-mapping',
  usersAllowed: '--user-allow',
  usersDenied: '--user-deny',
  lanName: '--lan-name',
  contactEmail: '--contact-email',
  contactInfo: '--contact-info',
  department: '--department',
  description: '--description',
  infoLink: '--info-link',
  keywords: '--keywords',
  organization: '--organization',
};

/** Returns the command that creates a gateway with these settings. */
export function createGatewayCommand({ name, ...settings }: Partial<GatewaySettings>): string[] {
  return [...COMMAND, 'create', ...optionsOf(settings), '--', name ?? ''];
}

/** Returns the command that changes these settings of a gateway; null removes one. */
export function updateGatewayCommand(id: string, settings: Partial<GatewaySettings>): string[] {
  return [...COMMAND, 'update', ...optionsOf(settings), '--', id];
}

/** Returns the command that deletes a gateway. */
export function deleteGatewayCommand(id: string): string[] {
  return [...COMMAND, 'delete', id];
}

function optionsOf(settings: Partial<GatewaySettings>): string[] {
  const { requiresLanSecret, runsAsLocalUser, identityMappings, keywords, ...others } = settings;
  const lists: Record<string, unknown> = {
    ...others,
    ...(identityMappings !== undefined && {
      identityMappings: identityMappings?.map(({ document }) => JSON.stringify(document)) ?? null,
    }),
    ...(keywords !== undefined && { keywords: keywords?.join(',') ?? null }),
  };
  return [
    ...Object.entries(OPTIONS).flatMap(([setting, option]) => optionOf(option, lists[setting])),
    ...flagOf('lan-secret-required', requiresLanSecret),
    ...flagOf('run-as-local-user', runsAsLocalUser),
  ];
}

function optionOf(option: string, value: unknown): string[] {
  if (value === undefined) return [];
  const values = Array.isArray(value) && value.length > 0 ? value : [value ?? ''];
  return values.flatMap((one) => [option, String(one)]);
}

function flagOf(option: string, value: boolean | null | undefined): string[] {
  if (value === undefined) return [];
  return [value === true ? `--${option}` : `--no-${option}`];
}
