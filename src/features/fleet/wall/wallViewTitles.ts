import type { WallView } from '../../../domain/fleet/wallDisplay.ts';

/** The titles of the views. */
export const WALL_VIEW_TITLES: Readonly<Record<WallView, string>> = {
  counts: 'Tunnels by state',
  ending: 'Ending next',
  activity: 'Activity',
  states: 'States over time',
  timeline: 'Tunnel lifetimes',
  ends: 'Ends by hour',
  usage: 'Busiest access points',
};
