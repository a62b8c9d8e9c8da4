import { nonEmpty, object, pipe, safeParse, string, union } from 'valibot';
import { namespaced } from '../../browser/namespace.ts';

// The tunnels that someone at this browser asked to stop, in any tab. A page that reports tunnels that stop
// unexpectedly leaves these out.

const MAX_STOPS = 20_000;
const TunnelId = pipe(string(), nonEmpty());
/** From another tab, perhaps one with another version of the dashboard: a stop, or one that Globus rejected. */
const StopMessage = union([object({ requested: TunnelId }), object({ rejected: TunnelId })]);

const stops = new Set<string>();
let otherTabs: BroadcastChannel | null = null;

/** Starts sharing requested stops with the other tabs. Without BroadcastChannel, each tab knows only its own. */
export function joinRequestedStops(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  otherTabs = new BroadcastChannel(namespaced('stops'));
  otherTabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { success, output } = safeParse(StopMessage, data);
    if (!success) return;
    if ('requested' in output) add(output.requested);
    else stops.delete(output.rejected);
  });
}

/** Records that a tunnel is asked to stop. */
export function recordRequestedStop(id: string): void {
  add(id);
  otherTabs?.postMessage({ requested: id });
}

/** Removes a stop that Globus rejected: if the tunnel stops later, that is unexpected. */
export function removeRequestedStop(id: string): void {
  stops.delete(id);
  otherTabs?.postMessage({ rejected: id });
}

/** Returns the IDs of the tunnels that were asked to stop. */
export function requestedStops(): ReadonlySet<string> {
  return stops;
}

function add(id: string): void {
  stops.add(id);
  const [oldest] = stops;
  if (stops.size > MAX_STOPS && oldest !== undefined) stops.delete(oldest);
}
