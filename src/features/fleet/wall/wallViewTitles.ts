import type { WallView } from '../../../domain/fleet/wallDisplay.ts';

/** What each view of a wall screen is called. */
export const WALL_VIEW_TITLES: Readonly<Record<WallView, string>> = {
  counts: 'How many are in which state',
  ending: 'What ends next',
  activity: 'What happened',
  states: 'By state, over time',
  timeline: 'From creation to end',
  ends: 'Ends by the hour',
  usage: 'Most used access points',
};
