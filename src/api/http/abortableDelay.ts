/** Resolves when so many milliseconds are over, or the signal ends the wait: ask the signal which of the two it was. */
export function abortableDelay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
    function over() {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    }
  });
}
