/**
 * Returns a count with its noun, in English: "1 tunnel", "2 tunnels", "1,000 addresses".
 *
 * @param plural the plural, where it isn't the noun with an "s"
 */
export function countText(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
