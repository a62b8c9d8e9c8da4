/** Saves a text as a file. */
export function saveFile(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Later, because some browsers start to read the file after a moment.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Saves a table for a spreadsheet. The byte order mark lets the spreadsheet recognize UTF-8. */
export function saveCsv(name: string, csv: string): void {
  saveFile(name, 'text/csv', `\uFEFF${csv}`);
}
