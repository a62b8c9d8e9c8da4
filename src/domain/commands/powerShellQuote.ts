import { HIDDEN_CHARACTERS } from '../text/hiddenCharacters.ts';

/** Narrower than for a POSIX shell: in PowerShell, a comma makes a list and "@" a splatted variable. */
const PLAIN_ARGUMENT = /^(?:[A-Za-z0-9_][A-Za-z0-9_./:-]*|--[a-z][a-z-]*)$/;
const HIDDEN = new RegExp(`[${HIDDEN_CHARACTERS}]`, 'u');
const HIDDEN_EACH = new RegExp(`[${HIDDEN_CHARACTERS}]`, 'gu');

/**
 * Writes arguments as one line for PowerShell 7.3 or later, which passes exactly these arguments to a program. Earlier
 * versions drop double quotes from arguments. Hidden characters become escapes. A zero byte can't be part of an argument
 * and is dropped.
 */
export function powerShellQuote(args: readonly string[]): string {
  return args.map((arg) => quote(arg.replaceAll('\0', ''))).join(' ');
}

function quote(arg: string): string {
  if (PLAIN_ARGUMENT.test(arg)) return arg;
  // PowerShell reads typographic quotation marks like plain ones (about_Quoting_Rules).
  if (!HIDDEN.test(arg)) return `'${arg.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  const escaped = arg
    .replace(/[`$"\u201c-\u201e]/g, '`$&')
    .replace(HIDDEN_EACH, (character) => `\`u{${character.codePointAt(0)?.toString(16)}}`);
  return `"${escaped}"`;
}
