// Runs inside the measured page, before anything of its own, as it stands here: notes what the browser reports in
// `window.seen`, and tells (`window.tellUsable`) of the frame after the first element that `window.usable` (a selector)
// matches.
{
  const seen = { largestPaintMs: 0, usableMs: 0, layoutShift: 0, tasks: [] };
  window.seen = seen;
  const on = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaintMs = startTime;
  });
  on('layout-shift', ({ value }) => {
    seen.layoutShift += value;
  });
  on('longtask', ({ startTime, duration }) => {
    seen.tasks.push([startTime, duration]);
  });
  const changes = new MutationObserver(() => {
    if (!document.querySelector(window.usable)) return;
    changes.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        seen.usableMs = performance.now();
        window.tellUsable('');
      }),
    );
  });
  changes.observe(document, { childList: true, subtree: true, attributes: true });
}
