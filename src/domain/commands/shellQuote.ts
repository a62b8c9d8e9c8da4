import { HIDDEN_CHARACTERS } from '../text/hiddenCharacters.ts';

const PLAIN_ARGUMENT = /^[A-Za-z0-9_./:@,+-]+$/;
const HIDDEN = new RegExp(`[${HIDDEN_CHARACTERS}]+`, 'u');
/** Hidden characters with the character after them, because a shell drops line breaks at the end of a substitution. */
const HIDDEN_AND_NEXT = new RegExp(`([${HIDDEN_CHARACTERS}]+[^${HIDDEN_CHARACTERS}]?)`, 'u');

/**
 * Writes arguments as one command for a POSIX shell, which reads exactly these arguments back. What you see is what the
 * shell gets: hidden characters become `printf` escapes. Only line breaks at the end of an argument stay as they are,
 * inside quotes. A zero byte can't be part of an argument and is dropped.
 */
export function shellQuote(args: readonly string[]): string {
  return args.map((arg) => quote(arg.replaceAll('\0', ''))).join(' ');
}

function quote(arg: string): string {
  if (PLAIN_ARGUMENT.test(arg)) return arg;
  if (!HIDDEN.test(arg)) return singleQuote(arg);
  const end = /\n*$/.exec(arg)?.[0] ?? '';
  const pieces = arg.slice(0, arg.length - end.length).split(HIDDEN_AND_NEXT);
  return [
    ...pieces.map((piece) => (HIDDEN.test(piece) ? printf(piece) : piece && singleQuote(piece))),
    end && singleQuote(end),
  ].join('');
}

/** Quotes for a POSIX shell, where only the single quote is special inside single quotes (XCU 2.2.2). */
function singleQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function printf(text: string): string {
  // An escaped percent sign still starts a directive in some shells.
  const escaped = text.replace(/[^A-Za-z]/gu, (character) => (character === '%' ? '%%' : octal(character)));
  return `"$(printf '${escaped}')"`;
}

function octal(character: string): string {
  const bytes = Array.from(new TextEncoder().encode(character));
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
