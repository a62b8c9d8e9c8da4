import { expect, test } from 'vitest';
import { NO_REQUIREMENTS } from '../sign-in/authorizationParameters.ts';
import { cliCommandsForRefusal, cliCreateCommand, cliTunnelCommand } from './cliCommands.ts';
import { initiatorEnvironmentCommand, launchCommand, listenerEnvironmentCommand } from './hostCommands.ts';
import { shellQuote } from './shellQuote.ts';

const ID = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';

test('the commands for both hosts', () => {
  const contact = { host: '192.0.2.10', port: 5000 };
  expect(shellQuote(listenerEnvironmentCommand(ID, contact))).toBe(
    `globus-streams environment initialize --listener-contact-string 192.0.2.10:5000 ${ID}`,
  );
  expect(shellQuote(listenerEnvironmentCommand(ID, { host: '::1', port: 80 }))).toContain(" '[::1]:80' ");
  expect(shellQuote(initiatorEnvironmentCommand(ID))).toBe(`globus-streams environment initialize ${ID}`);
  expect(shellQuote(launchCommand(ID, ['nc', '-l', '5000'], 5000))).toBe(
    `globus-streams-launch.sh -p 5000 ${ID} nc -l 5000`,
  );
  expect(shellQuote(launchCommand(ID, ['prog'], null))).toBe(`globus-streams-launch.sh ${ID} prog`);
});

test('the commands of the Globus CLI', () => {
  const request = {
    initiatorAccessPointId: 'I',
    listenerAccessPointId: 'L',
    label: "it's $5",
    lifetimeMinutes: 60,
    restartable: true,
  };
  expect(shellQuote(cliCreateCommand(request))).toBe(
    `globus streams tunnel create I L --label 'it'\\''s $5' --lifetime-minutes 60 --restartable`,
  );
  expect(shellQuote(cliCreateCommand({ ...request, label: null, restartable: false }))).toBe(
    'globus streams tunnel create I L --lifetime-minutes 60',
  );
  expect(shellQuote(cliTunnelCommand('stop', ID))).toBe(`globus streams tunnel stop ${ID}`);
  expect(shellQuote(cliTunnelCommand('show', ID))).toBe(`globus streams tunnel show ${ID} -F json`);
});

test('what a refusal requires, as commands of the Globus CLI', () => {
  const commands = (required: object, scopes: string[] = []) =>
    cliCommandsForRefusal({ ...NO_REQUIREMENTS, ...required }, scopes).map(({ args }) => shellQuote(args));
  expect(commands({ requiredSingleDomain: ['lab.example', 'other.example'] })).toEqual([
    'globus session update lab.example',
  ]);
  expect(commands({ requiredPolicies: ['p1', 'p2'] })).toEqual(['globus session update --policy p1,p2']);
  expect(commands({}, ['urn:a[*urn:b]'])).toEqual(["globus session consent 'urn:a[*urn:b]'"]);
  expect(commands({ requiredSingleDomain: ['x; rm -rf ~'] })).toEqual([
    "globus session update 'x; rm -rf ~'",
  ]);
  expect(commands({ requiredSingleDomain: ['--all'], requiredMfa: true })).toEqual([]);
});
