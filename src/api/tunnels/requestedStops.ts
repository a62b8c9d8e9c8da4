import { namespaced } from '../../browser/namespace.ts';

// Which tunnels somebody at this browser asked to stop, in this tab or another, so that a page that tells of tunnels
// that stop by themselves stays silent about them.

const MOST = 20_000;
const asked = new Set<string>();
let otherTabs: BroadcastChannel | null = null;

/** Starts sharing requested stops with the other tabs. Without channels each tab knows only its own. */
export function joinRequestedStops(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  otherTabs = new BroadcastChannel(namespaced('stops'));
  otherTabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') remember(data);
    else if (typeof data === 'object' && data !== null && 'refused' in data)
      asked.delete(String(data.refused));
  });
}

/** Notes that a tunnel is asked to stop; called by whatever asks it. */
export function recordRequestedStop(id: string): void {
  remember(id);
  otherTabs?.postMessage(id);
}

/** Takes that back: Globus refused it, and a tunnel that stops later on does so by itself. */
export function removeRequestedStop(id: string): void {
  asked.delete(id);
  otherTabs?.postMessage({ refused: id });
}

/** The ids of the tunnels that were asked to stop. */
export function requestedStops(): ReadonlySet<string> {
  return asked;
}

function remember(id: string): void {
  asked.add(id);
  const [oldest] = asked;
  if (asked.size > MOST && oldest !== undefined) asked.delete(oldest);
}
