import type { CdpPage } from './cdpPage.ts';

/** What the page's main thread did during an action, in milliseconds. */
export interface MainThreadWork {
  longestTaskMs: number;
  scriptMs: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  args?: { name?: string };
}

/** Traces the page's main thread during an action, with the browser's own trace. */
export async function traceMainThread(page: CdpPage, action: () => Promise<void>): Promise<MainThreadWork> {
  const events: TraceEvent[] = [];
  const stop = page.on('Tracing.dataCollected', ({ value }) => events.push(...(value as TraceEvent[])));
  const scriptBefore = await page.metric('ScriptDuration');
  await page.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await action();
  const ended = page.once('Tracing.tracingComplete');
  await page.send('Tracing.end');
  await ended;
  stop();
  const scriptMs = ((await page.metric('ScriptDuration')) - scriptBefore) * 1000;
  return { longestTaskMs: longestTaskMs(events), scriptMs };
}

function longestTaskMs(events: readonly TraceEvent[]): number {
  // One trace can hold several renderer processes. The page is the one that is busy.
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && mainThreads.has(`${pid} ${tid}`));
  return Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000));
}
