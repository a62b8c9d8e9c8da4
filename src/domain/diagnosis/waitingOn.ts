import type { WaitingOn } from './rule.ts';

/** Who has to act next, as it reads after "Waiting on:". */
export const WAITING_ON_LABELS: Readonly<Record<Exclude<WaitingOn, 'no-one'>, string>> = {
  unknown: 'Unknown',
  globus: 'Globus',
  listener: 'the listener side',
  initiator: 'the initiator side',
  site: 'the site',
  owner: 'the tunnel owner',
};

/** What stands in place of "Waiting on:" when no one has to act. */
export const NO_ACTION_NEEDED = 'No action needed.';
