// Which tunnels somebody at this browser asked to stop, in this tab or another, so that a page that tells of tunnels
// that stop by themselves stays silent about them.

const MOST = 20_000;
const asked = new Set<string>();
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('globus-streams.stops');

otherTabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'string') remember(data);
});

/** Notes that a tunnel is asked to stop; called by whatever asks it. */
export function noteAskedStop(id: string): void {
  remember(id);
  otherTabs?.postMessage(id);
}

/** The ids of the tunnels that were asked to stop. */
export function askedStops(): ReadonlySet<string> {
  return asked;
}

function remember(id: string): void {
  asked.add(id);
  const [oldest] = asked;
  if (asked.size > MOST && oldest !== undefined) asked.delete(oldest);
}
