import { type Contact, contactText } from './contact.ts';
import type { TunnelRequest } from './request.ts';

// The commands of globus-api.md, "On the hosts", as lists of arguments. shellQuote turns a list into one line.

/** Returns the command that prepares the listener host and gives Globus the listener address. */
export function listenerEnvironmentCommand(tunnelId: string, listenerContact: Contact): string[] {
  const contact = contactText(listenerContact);
  return ['globus-streams', 'environment', 'initialize', '--listener-contact-string', contact, tunnelId];
}

/** Returns the command that prepares the initiator host and prints the contact string. */
export function initiatorEnvironmentCommand(tunnelId: string): string[] {
  return ['globus-streams', 'environment', 'initialize', tunnelId];
}

/**
 * Returns the command that runs an unmodified program through the tunnel, on either host (Linux).
 *
 * @param program the program and its arguments
 * @param port the port that the listening program opens, or null to leave it out
 */
export function launchCommand(tunnelId: string, program: readonly string[], port: number | null): string[] {
  return ['globus-streams-launch.sh', ...(port === null ? [] : ['-p', String(port)]), tunnelId, ...program];
}

/** Returns the command that creates the same tunnel with the Globus CLI. */
export function cliCreateCommand(
  request: Pick<
    TunnelRequest,
    'initiatorAccessPointId' | 'listenerAccessPointId' | 'label' | 'lifetimeMinutes' | 'restartable'
  >,
): string[] {
  return [
    ...[
      'globus',
      'streams',
      'tunnel',
      'create',
      request.initiatorAccessPointId,
      request.listenerAccessPointId,
    ],
    ...(request.label === null ? [] : ['--label', request.label]),
    ...['--lifetime-minutes', String(request.lifetimeMinutes)],
    ...(request.restartable ? ['--restartable'] : []),
  ];
}

/** Returns a command of the Globus CLI for an existing tunnel. */
export function cliTunnelCommand(verb: 'show' | 'stop' | 'events' | 'delete', tunnelId: string): string[] {
  return ['globus', 'streams', 'tunnel', verb, tunnelId];
}

const PLAIN_ARGUMENT = /^[A-Za-z0-9_./:@,+-]+$/;
// Control characters act as keys when they are pasted into a terminal, even inside quotes: escape, backspace, tab.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const TERMINAL_KEYS = /[\u0001-\u0009\u000b-\u001f\u007f-\u009f]+/;
const TERMINAL_KEYS_CAPTURED = new RegExp(`(${TERMINAL_KEYS.source})`);

/**
 * Writes arguments as one line for a POSIX shell, which reads exactly these arguments back. The line is safe to paste
 * into a terminal: control characters other than line breaks become `printf` escapes. A zero byte can't be part of an
 * argument and is dropped.
 */
export function shellQuote(args: readonly string[]): string {
  return args.map((arg) => quote(arg.replaceAll('\0', ''))).join(' ');
}

function quote(arg: string): string {
  if (PLAIN_ARGUMENT.test(arg)) return arg;
  if (!TERMINAL_KEYS.test(arg)) return singleQuote(arg);
  const pieces = arg.split(TERMINAL_KEYS_CAPTURED).filter((piece) => piece !== '');
  return pieces.map((piece) => (TERMINAL_KEYS.test(piece) ? printf(piece) : singleQuote(piece))).join('');
}

/** Quotes for a POSIX shell, where only the single quote is special inside single quotes (XCU 2.2.2). */
function singleQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function printf(text: string): string {
  const octal = Array.from(
    new TextEncoder().encode(text),
    (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `"$(printf '${octal.join('')}')"`;
}
