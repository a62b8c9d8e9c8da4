import type { GatewayField } from '../../../domain/site/gatewayDraft.ts';

/** How a field of the form looks and what it is called. */
interface FieldText {
  label: string;
  hint?: string;
  /** "lines": a list with one item per line. "flag": a choice of yes and no. */
  kind: 'text' | 'number' | 'lines' | 'paragraph' | 'json' | 'flag';
}

/** The fields of a gateway (globus-api.md, "GCS Manager"). */
export const FIELD_TEXTS: Readonly<Record<GatewayField, FieldText>> = {
  name: { label: 'Name', hint: 'Its access point has the same name.', kind: 'text' },
  allowedDomains: {
    label: 'Allowed domains',
    hint: 'One per line, such as lab.example. If empty, the policy limits no domain.',
    kind: 'lines',
  },
  authenticationTimeoutMinutes: {
    label: 'Sign-in valid for (minutes)',
    hint: 'After this time, the site requires a new sign-in. If empty, there is no limit.',
    kind: 'number',
  },
  identityMappings: {
    label: 'Identity mappings (JSON)',
    hint: 'A list of mapping documents. If empty, the username is the full name of the identity. Several domains need a mapping.',
    kind: 'json',
  },
  usersAllowed: {
    label: 'Allowed users',
    hint: 'Usernames after mapping, one per line. If empty, the policy limits no user.',
    kind: 'lines',
  },
  usersDenied: { label: 'Denied users', hint: 'Usernames after mapping, one per line.', kind: 'lines' },
  lanName: {
    label: 'LAN name',
    hint: 'A network of the endpoint’s nodes. If empty, the gateway uses all of them.',
    kind: 'text',
  },
  requiresLanSecret: { label: 'LAN secret required', kind: 'flag' },
  runsAsLocalUser: {
    label: 'Run as the local user',
    hint: 'Then everyone needs a local account with the mapped username.',
    kind: 'flag',
  },
  contactEmail: { label: 'Contact email', kind: 'text' },
  contactInfo: { label: 'Contact information', kind: 'text' },
  department: { label: 'Department', kind: 'text' },
  description: { label: 'Description', kind: 'paragraph' },
  infoLink: { label: 'Information link', hint: 'An address that starts with https://', kind: 'text' },
  keywords: { label: 'Keywords', hint: 'Separated by commas, at most 1,024 characters in all', kind: 'text' },
  organization: { label: 'Organization', kind: 'text' },
};

/** The parts of the form. */
export const FIELD_GROUPS: readonly { title: string; fields: readonly GatewayField[] }[] = [
  { title: 'Gateway', fields: ['name', 'description'] },
  {
    title: 'Who can use it',
    fields: [
      'allowedDomains',
      'authenticationTimeoutMinutes',
      'identityMappings',
      'usersAllowed',
      'usersDenied',
      'runsAsLocalUser',
    ],
  },
  { title: 'Network', fields: ['lanName', 'requiresLanSecret'] },
  {
    title: 'For people who look for it',
    fields: ['organization', 'department', 'contactEmail', 'contactInfo', 'infoLink', 'keywords'],
  },
];
