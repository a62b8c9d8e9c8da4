/** The Globus services that the sandbox stands in for. */
export const SERVICE_NAMES = ['auth', 'transfer', 'gcs'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];
