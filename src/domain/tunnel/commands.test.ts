import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cliCreateCommand,
  cliTunnelCommand,
  initiatorEnvironmentCommand,
  launchCommand,
  listenerEnvironmentCommand,
  shellQuote,
} from './commands.ts';

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
});

/** Returns the arguments that a program gets from a real shell. */
function throughShell(line: string): string[] {
  const program = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  const script = `"$0" -e '${program}' -- ${line}`;
  return JSON.parse(
    execFileSync('/bin/sh', ['-c', script, process.execPath], { encoding: 'utf8' }),
  ) as string[];
}

test('a shell reads exactly the same arguments back', () => {
  const nasty = fc.constantFrom(
    ...'\'"$`\\!*?~#&;|<>(){}[]= \n\t\r',
    '\u001b',
    '\u0015',
    '\u007f',
    '\u009b',
    '$(id)',
    "'\\''",
  );
  const argument = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(nasty).map((parts) => parts.join('')),
  );
  fc.assert(
    // Many arguments at a time, because starting a shell is slow.
    fc.property(fc.array(argument, { minLength: 30, maxLength: 60 }), (args) => {
      const exact = args.map((arg) => arg.replaceAll('\0', ''));
      expect(throughShell(shellQuote(args))).toEqual(exact);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('each command of this dashboard reaches its program unchanged', () => {
  const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', ''));
  const contact = fc.record({
    host: fc.oneof(fc.ipV4(), fc.ipV6()),
    port: fc.integer({ min: 1, max: 65_535 }),
  });
  const request = fc.record({
    initiatorAccessPointId: fc.uuid(),
    listenerAccessPointId: fc.uuid(),
    label: fc.option(fc.oneof(text, fc.constantFrom('"$HOME" `id`', "it's\n$(reboot)", '--help', ''))),
    lifetimeMinutes: fc.nat(),
    restartable: fc.boolean(),
  });
  const commands = fc
    .tuple(fc.uuid(), contact, request, fc.array(text))
    .map(([id, address, tunnelRequest, program]) => [
      listenerEnvironmentCommand(id, address),
      initiatorEnvironmentCommand(id),
      launchCommand(id, program, address.port),
      launchCommand(id, program, null),
      cliCreateCommand(tunnelRequest),
      ...(['show', 'stop', 'events', 'delete'] as const).map((verb) => cliTunnelCommand(verb, id)),
    ]);
  fc.assert(
    fc.property(commands, (all) => {
      const script = all.map((args) => `printf '%s\\0' ${shellQuote(args)}`).join('\n');
      const output = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
      expect(output.split('\0').slice(0, -1)).toEqual(all.flat());
    }),
  );
}, 60_000);

test('a line has no control characters that act in a terminal', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (args) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the line must not contain any
      expect(shellQuote(args)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }),
  );
});
