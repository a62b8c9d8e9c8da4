/** Lets the browser save a text as a file. */
export function saveFile(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Not at once: some browsers begin to read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Saves a table for a spreadsheet; the mark at its beginning tells the spreadsheet that it is UTF-8. */
export function saveCsv(name: string, csv: string): void {
  saveFile(name, 'text/csv', `\uFEFF${csv}`);
}
