import type { BulkAction } from '../../../domain/fleet/bulkPlan.ts';

/** The verb of each action, as on its button. */
export const BULK_VERBS: Readonly<Record<BulkAction, string>> = {
  stop: 'Stop',
  delete: 'Delete',
  'stop-and-delete': 'Stop and delete',
};
