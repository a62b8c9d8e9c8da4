import { expect, test } from 'vitest';
import { parseIdentityMappings } from '../site/policy-check/identityMapping.ts';
import { createGatewayCommand, deleteGatewayCommand, updateGatewayCommand } from './gatewayCommands.ts';
import { shellQuote } from './shellQuote.ts';

test('creates a gateway with what is set, safe for a shell', () => {
  const settings = {
    name: "-Ada's; rm -rf /",
    allowedDomains: ['lab.example', 'hpc.example'],
    identityMappings: parseIdentityMappings([
      { DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/opt/map'] },
    ]),
    keywords: ['x-ray', '$HOME'],
    requiresLanSecret: true,
  };
  expect(shellQuote(createGatewayCommand(settings))).toBe(
    'globus-connect-server stream-gateway create --domain lab.example --domain hpc.example' +
      ` --identity-mapping '{"DATA_TYPE":"external_identity_mapping#1.0.0","command":["/opt/map"]}'` +
      ` --keywords 'x-ray,$HOME' --lan-secret-required -- '-Ada'\\''s; rm -rf /'`,
  );
});

test('changes only the given settings; an empty text removes one', () => {
  expect(
    updateGatewayCommand('ID', {
      name: 'New',
      usersDenied: null,
      runsAsLocalUser: false,
      lanName: 'imaging',
    }),
  ).toEqual(
    ['globus-connect-server', 'stream-gateway', 'update', '--display-name', 'New', '--user-deny', ''].concat([
      '--lan-name',
      'imaging',
      '--no-run-as-local-user',
      '--',
      'ID',
    ]),
  );
});

test('deletes a gateway', () => {
  expect(shellQuote(deleteGatewayCommand('ID'))).toBe('globus-connect-server stream-gateway delete ID');
});
