import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIDDEN_CHARACTERS } from '../text/hiddenCharacters.ts';
import { cliCreateCommand, cliTunnelCommand } from './cliCommands.ts';
import { initiatorEnvironmentCommand, launchCommand, listenerEnvironmentCommand } from './hostCommands.ts';
import { shellQuote } from './shellQuote.ts';

const SHELLS = ['/bin/sh', 'bash'];

/** Returns the arguments that a program gets from a real shell. */
function throughShell(shell: string, line: string): string[] {
  const program = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  const script = `"$0" -e '${program}' -- ${line}`;
  return JSON.parse(execFileSync(shell, ['-c', script, process.execPath], { encoding: 'utf8' })) as string[];
}

const nasty = fc.constantFrom(
  ...'\'"$`\\!*?~#&;|<>(){}[]=% \n\t\r5',
  ...['\u001b', '\u0015', '\u007f', '\u009b', '\u202e', '\u200b', '\u00a0', '\u3164', '\u{e0041}', '\ufe0f'],
  ...['$(id)', "'\\''", '%s', '\n\n', '\\n', 'א'],
);
const anyArgument = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(nasty).map((parts) => parts.join('')),
);

test.each(SHELLS)(
  '%s reads exactly the same arguments back',
  (shell) => {
    fc.assert(
      // Many arguments at a time, because starting a shell is slow.
      fc.property(fc.array(anyArgument, { minLength: 30, maxLength: 60 }), (args) => {
        const exact = args.map((arg) => arg.replaceAll('\0', ''));
        expect(throughShell(shell, shellQuote(args))).toEqual(exact);
      }),
      { numRuns: 15 },
    );
  },
  60_000,
);

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

test('a line has no hidden character, except for line breaks at the end of an argument', () => {
  const hidden = new RegExp(`[${HIDDEN_CHARACTERS}]`, 'u');
  fc.assert(
    fc.property(fc.array(anyArgument), (args) => {
      expect(shellQuote(args).replaceAll(/'\n+'/g, '')).not.toMatch(hidden);
    }),
  );
});

test.each([
  ['it\u202es', `'it'"$(printf '\\342\\200\\256s')"`],
  ['two\nlines', `'two'"$(printf '\\012l')"'ines'`],
  ['end\n', "'end''\n'"],
  ['\u3164', `"$(printf '\\343\\205\\244')"`],
  ['\t%s', `"$(printf '\\011%%')"'s'`],
])('shows what is hidden in %j', (arg, line) => {
  expect(shellQuote([arg])).toBe(line);
});
