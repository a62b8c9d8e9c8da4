/** Has the browser save a text as a file. */
export function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Saves a table for a spreadsheet; the mark at its beginning tells the spreadsheet that it is UTF-8. */
export function downloadCsv(csv: string, name: string): void {
  download(`\uFEFF${csv}`, `${name}.csv`, 'text/csv;charset=utf-8');
}
