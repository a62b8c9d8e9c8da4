import { createStore } from '../../../browser/store.ts';

/**
 * The result of a creation that the wizard doesn't show, because the person has left it or has changed the draft since.
 * Every page shows it instead (app/shell).
 */
export type UnattendedResult =
  | { status: 'created'; label: string | null; tunnelId: string }
  | { status: 'failed'; label: string | null; error: unknown; isDraftKept: boolean };

/** The last unattended result until someone has seen it, or null. */
export const unattendedResult = createStore<UnattendedResult | null>(null);
