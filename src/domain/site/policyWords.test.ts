import { expect, test } from 'vitest';
import type { EndpointNode } from './endpointNode.ts';
import { parseIdentityMappings } from './policy-check/identityMapping.ts';
import { addressesOnNetwork, mappingSentences } from './policyWords.ts';

const rule = { source: '{username}', match: '(.*)@hpc.example', output: '{0}' };
const expression = (...mappings: unknown[]) => ({
  DATA_TYPE: 'expression_identity_mapping#1.0.0',
  mappings,
});

test.each([
  [null, ['The username is the full name of the identity.']],
  [[], ['The username is the full name of the identity.']],
  [
    [expression(rule, { ...rule, literal: true, ignore_case: true }, 7)],
    [
      'If “{username}” matches “(.*)@hpc.example”, the username is “{0}”.',
      'If “{username}” is exactly “(.*)@hpc.example” (in any case), the username is “{0}”.',
      'A rule in a form that this dashboard can’t read.',
    ],
  ],
  [
    [{ DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/opt/map', '--fast'] }, 'odd'],
    ['A program at the site decides: /opt/map --fast', 'A rule in a form that this dashboard can’t read.'],
  ],
])('the identity mapping %j in words', (documents, sentences) => {
  expect(mappingSentences(parseIdentityMappings(documents))).toEqual(sentences);
});

test('of ten thousand rules, the first are shown and the rest counted', () => {
  const sentences = mappingSentences(parseIdentityMappings([expression(...Array(10_000).fill(rule))]));
  expect(sentences).toHaveLength(51);
  expect(sentences.at(-1)).toBe('9,950 more rules.');
});

test('the addresses of a network, on every node', () => {
  const node = (...lanAddresses: EndpointNode['lanAddresses']): EndpointNode => ({
    id: 'n',
    name: null,
    status: 'active',
    ipAddresses: [],
    lanAddresses,
    internalStreamPorts: null,
  });
  const nodes = [
    node({ address: '10.0.0.1', networkName: 'lab' }, { address: '10.1.0.1', networkName: null }),
    node({ address: '10.0.0.2', networkName: 'lab' }),
  ];
  expect(addressesOnNetwork(nodes, 'lab')).toEqual(['10.0.0.1', '10.0.0.2']);
  expect(addressesOnNetwork(nodes, null)).toHaveLength(3);
  expect(addressesOnNetwork(nodes, 'elsewhere')).toEqual([]);
});
