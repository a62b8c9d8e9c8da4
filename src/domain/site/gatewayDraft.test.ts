import { expect, test } from 'vitest';
import {
  draftDifferences,
  draftOf,
  EMPTY_DRAFT,
  type GatewayDraft,
  type GatewayField,
  mergeDraft,
  parseGatewayDraft,
  parseStoredDraft,
} from './gatewayDraft.ts';
import { parseIdentityMappings } from './policy-check/identityMapping.ts';
import type { GatewaySettings } from './streamGateway.ts';

const MAPPINGS = [
  {
    DATA_TYPE: 'expression_identity_mapping#1.0.0',
    mappings: [{ source: '{username}', match: '(.*)@lab\\.example', output: '{0}', note: 'kept' }],
  },
  { DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/opt/map', '-v'] },
];
const SETTINGS: GatewaySettings = {
  name: 'Beamline',
  allowedDomains: ['lab.example'],
  authenticationTimeoutMinutes: 30,
  identityMappings: parseIdentityMappings(MAPPINGS),
  usersAllowed: null,
  usersDenied: ['mallory'],
  lanName: 'imaging',
  requiresLanSecret: true,
  runsAsLocalUser: false,
  contactEmail: 'help@lab.example',
  contactInfo: null,
  department: null,
  description: 'Two\nlines ',
  infoLink: 'https://lab.example/streams',
  keywords: ['x-ray', 'imaging'],
  organization: 'Lab',
};
const SAVED = draftOf(SETTINGS);

const edited = (changes: Partial<GatewayDraft>) => parseGatewayDraft({ ...SAVED, ...changes }, SAVED);

test('an untouched draft changes nothing, whatever is saved', () => {
  expect(edited({})).toEqual({ kind: 'settings', settings: {} });
  expect(edited({ allowedDomains: ' lab.example\n', keywords: 'x-ray,imaging' })).toEqual({
    kind: 'settings',
    settings: {},
  });
});

test('a new gateway has the settings that were filled in', () => {
  expect(parseGatewayDraft(SAVED, EMPTY_DRAFT)).toEqual({
    kind: 'settings',
    settings: Object.fromEntries(
      Object.entries({ ...SETTINGS, description: 'Two\nlines' }).filter(([, value]) => value !== null),
    ),
  });
  expect(parseGatewayDraft(EMPTY_DRAFT, EMPTY_DRAFT)).toMatchObject({ errors: { name: 'Enter a name.' } });
});

test.each<[GatewayField, string, unknown]>([
  ['allowedDomains', '', null],
  [
    'allowedDomains',
    'hpc.example, HPC.example;bücher.example',
    ['hpc.example', 'HPC.example', 'bücher.example'],
  ],
  ['authenticationTimeoutMinutes', ' 0090 ', 90],
  ['authenticationTimeoutMinutes', '', null],
  ['identityMappings', '[]', null],
  ['usersAllowed', 'ada\n\n ada \nbob, jr', ['ada', 'bob, jr']],
  ['usersDenied', '', null],
  ['requiresLanSecret', '', null],
  ['runsAsLocalUser', 'yes', true],
  ['keywords', 'a, b ,,a', ['a', 'b']],
  ['keywords', `${'k'.repeat(1000)},${'l'.repeat(24)}`, ['k'.repeat(1000), 'l'.repeat(24)]],
  ['organization', 'o'.repeat(1000), 'o'.repeat(1000)],
  ['infoLink', 'http://lab.example', 'http://lab.example'],
])('%s %j becomes %j, and nothing else is sent', (field, draftText, value) => {
  expect(edited({ [field]: draftText })).toEqual({ kind: 'settings', settings: { [field]: value } });
});

test.each<[GatewayField, string]>([
  ['name', '  '],
  ['allowedDomains', 'lab.example\nada@lab.example'],
  ['allowedDomains', 'localhost'],
  ['allowedDomains', '-lab.example'],
  ['allowedDomains', `${'a'.repeat(64)}.example`],
  ['authenticationTimeoutMinutes', '0'],
  ['authenticationTimeoutMinutes', '1.5'],
  ['authenticationTimeoutMinutes', '1e3'],
  ['authenticationTimeoutMinutes', '9'.repeat(10)],
  ['identityMappings', '[{'],
  ['identityMappings', '{}'],
  ['identityMappings', '[{"DATA_TYPE": "other#1.0.0"}]'],
  ['identityMappings', '[{"DATA_TYPE": "external_identity_mapping#1.0.0", "command": []}]'],
  [
    'identityMappings',
    '[{"DATA_TYPE": "expression_identity_mapping#1.0.0", "mappings": [{"source": 1, "match": "", "output": ""}]}]',
  ],
  ['contactEmail', 'help'],
  ['infoLink', 'javascript:alert(1)'],
  ['keywords', `${'k'.repeat(1000)},${'l'.repeat(25)}`],
  ['organization', 'two\nlines'],
  ['organization', 'o'.repeat(1001)],
])('%s %j is an error of that field', (field, draftText) => {
  expect(edited({ [field]: draftText })).toEqual({
    kind: 'errors',
    errors: { [field]: expect.stringMatching(/[.]$/) },
  });
});

test('several domains need an identity mapping', () => {
  const domains = { allowedDomains: 'lab.example\nhpc.example' };
  expect(edited(domains)).toMatchObject({ kind: 'settings' });
  expect(edited({ ...domains, identityMappings: '' })).toMatchObject({
    errors: { identityMappings: 'Several allowed domains need an identity mapping.' },
  });
  // What was saved so is no reason to refuse another change.
  const odd = { ...SAVED, ...domains, identityMappings: '' };
  expect(parseGatewayDraft({ ...odd, lanName: '' }, odd)).toEqual({
    kind: 'settings',
    settings: { lanName: null },
  });
});

test('mapping documents keep what this dashboard doesn’t know', () => {
  const result = parseGatewayDraft(
    { ...EMPTY_DRAFT, name: 'B', identityMappings: SAVED.identityMappings },
    EMPTY_DRAFT,
  );
  expect(result).toMatchObject({
    settings: { identityMappings: [{ document: MAPPINGS[0] }, { document: MAPPINGS[1] }] },
  });
});

test('differences have both texts', () => {
  expect(draftDifferences(SAVED, { ...SAVED, lanName: '' })).toEqual([
    { field: 'lanName', from: 'imaging', to: '' },
  ]);
});

test('merges what others changed, and reports what both changed', () => {
  const draft = { ...SAVED, department: 'Physics', lanName: 'enclave', organization: 'Same' };
  const latest = { ...SAVED, contactInfo: 'Room 7', lanName: 'instruments', organization: 'Same' };
  expect(mergeDraft(SAVED, draft, latest)).toEqual({
    draft: { ...draft, contactInfo: 'Room 7' },
    theirs: [
      { field: 'lanName', from: 'imaging', to: 'instruments' },
      { field: 'contactInfo', from: '', to: 'Room 7' },
      { field: 'organization', from: 'Lab', to: 'Same' },
    ],
    conflicts: ['lanName'],
  });
});

test.each([null, 'text', {}, { ...EMPTY_DRAFT, name: 1 }])('%j is no stored draft', (stored) => {
  expect(parseStoredDraft(stored)).toBeNull();
});

test('reads a stored draft back', () => {
  expect(parseStoredDraft(JSON.parse(JSON.stringify({ ...SAVED, other: 1 })))).toEqual(SAVED);
});
