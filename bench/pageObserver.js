// Runs inside the measured page, before anything of its own, as it stands here. `window.pageTimes` becomes what is told
// of the page's coming up (PageTimes of pageTimes.ts): usable is the frame after the first element that `window.usable`
// (a selector) matches.
{
  // What comes late counts too: a paint that is larger, a shift.
  const LATE_MS = 1500;
  const seen = { largestContentfulPaintMs: 0, cumulativeLayoutShift: 0, tasks: [] };
  const on = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largestContentfulPaintMs = startTime;
  });
  on('layout-shift', ({ value }) => {
    seen.cumulativeLayoutShift += value;
  });
  on('longtask', ({ startTime, duration }) => {
    seen.tasks.push([startTime, duration]);
  });

  const timesAt = (usableMs) => {
    const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const blocks = seen.tasks.filter(([start]) => start >= firstPaintMs && start < usableMs);
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < usableMs);
    return {
      firstPaintMs,
      largestContentfulPaintMs: seen.largestContentfulPaintMs,
      usableMs,
      totalBlockingTimeMs: blocks.reduce((sum, [, duration]) => sum + duration - 50, 0),
      cumulativeLayoutShift: seen.cumulativeLayoutShift,
      scriptKB: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
    };
  };

  window.pageTimes = new Promise((resolve) => {
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true, attributes: true });
    // A page without a script of its own may stand before this one runs.
    look();
    function look() {
      if (!document.querySelector(window.usable)) return;
      changes.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          const usableMs = performance.now();
          setTimeout(() => resolve(timesAt(usableMs)), LATE_MS);
        }),
      );
    }
  });
}
