// Runs inside the measured page, unchanged, before the page's own code. It sets `window.pageTimes` (PageTimes in
// pageTimes.ts). The page counts as usable in the frame after the first element that `window.usable` (a selector) matches.
{
  // Late paints and layout shifts count too.
  const LATE_MS = 1500;
  const observed = { largestContentfulPaintMs: 0, cumulativeLayoutShift: 0, tasks: [] };
  const on = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => {
    observed.largestContentfulPaintMs = startTime;
  });
  on('layout-shift', ({ value }) => {
    observed.cumulativeLayoutShift += value;
  });
  on('longtask', ({ startTime, duration }) => {
    observed.tasks.push([startTime, duration]);
  });

  const timesAt = (usableMs) => {
    const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const blocks = observed.tasks.filter(([start]) => start >= firstPaintMs && start < usableMs);
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < usableMs);
    return {
      firstPaintMs,
      largestContentfulPaintMs: observed.largestContentfulPaintMs,
      usableMs,
      totalBlockingTimeMs: blocks.reduce((sum, [, duration]) => sum + duration - 50, 0),
      cumulativeLayoutShift: observed.cumulativeLayoutShift,
      scriptKB: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
    };
  };

  window.pageTimes = new Promise((resolve) => {
    const changes = new MutationObserver(check);
    changes.observe(document, { childList: true, subtree: true, attributes: true });
    // A page without a script can be complete before this one runs.
    check();
    function check() {
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
