import { type Contact, contactText } from './contact.ts';
import type { TunnelRequest } from './request.ts';

// The commands of globus-api.md, "What Globus Streaming is", as lists of arguments. shellQuote makes them one line.

/** Prepares the listener's host: tells Globus where the listening program is reached. */
export function listenerEnvironmentCommand(tunnelId: string, listenerContact: Contact): string[] {
  const contact = contactText(listenerContact);
  return ['globus-streams', 'environment', 'initialize', '--listener-contact-string', contact, tunnelId];
}

/** Prepares the initiator's host; it prints the contact string for the connecting program, whatever form that has. */
export function initiatorEnvironmentCommand(tunnelId: string): string[] {
  return ['globus-streams', 'environment', 'initialize', tunnelId];
}

/**
 * Runs an unmodified program through the tunnel, on either host (Linux).
 *
 * @param program the program and its arguments
 * @param port the port the program itself uses, or null to leave that to Globus
 */
export function launchCommand(tunnelId: string, program: readonly string[], port: number | null): string[] {
  return ['globus-streams-launch.sh', ...(port === null ? [] : ['-p', String(port)]), tunnelId, ...program];
}

/** Makes the same tunnel with the Globus CLI. */
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

/** One of the Globus CLI's commands about an existing tunnel. */
export function cliTunnelCommand(verb: 'show' | 'stop' | 'events' | 'delete', tunnelId: string): string[] {
  return ['globus', 'streams', 'tunnel', verb, tunnelId];
}

const PLAIN_ARGUMENT = /^[A-Za-z0-9_./:@,+-]+$/;
// Keys that act in a terminal when they are pasted, even between quotes: escape, backspace, kill line, tab ...
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const TERMINAL_KEYS = /[\u0001-\u0009\u000b-\u001f\u007f-\u009f]+/;
const TERMINAL_KEYS_KEPT = new RegExp(`(${TERMINAL_KEYS.source})`);

/**
 * One line for a POSIX shell that yields exactly these arguments, whatever is in them, and that is safe to paste
 * into a terminal: control characters other than a line break are written as `printf` escapes. A zero byte
 * cannot be in an argument and is dropped.
 */
export function shellQuote(args: readonly string[]): string {
  return args.map((arg) => quote(arg.replaceAll('\0', ''))).join(' ');
}

function quote(arg: string): string {
  if (PLAIN_ARGUMENT.test(arg)) return arg;
  if (!TERMINAL_KEYS.test(arg)) return singleQuote(arg);
  const pieces = arg.split(TERMINAL_KEYS_KEPT).filter((piece) => piece !== '');
  return pieces.map((piece) => (TERMINAL_KEYS.test(piece) ? printf(piece) : singleQuote(piece))).join('');
}

/** Between single quotes a POSIX shell takes everything as it is, except the single quote (XCU 2.2.2). */
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
