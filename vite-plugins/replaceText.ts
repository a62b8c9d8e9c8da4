/**
 * Replaces text in a file of the build, and fails when there is nothing to replace. The bundler can change what it
 * writes; without this check a policy or an integrity value would go missing without a word.
 *
 * @param what names the missing text in the error
 * @throws Error when the pattern matches nothing
 */
export function replaceText(
  text: string,
  pattern: RegExp | string,
  replacement: (match: string, ...groups: string[]) => string,
  what: string,
): string {
  let count = 0;
  const replaced = text.replace(pattern, (match: string, ...groups: string[]) => {
    count += 1;
    return replacement(match, ...groups);
  });
  if (count === 0) throw new Error(`The build has no ${what}. Did the bundler change its output?`);
  return replaced;
}
