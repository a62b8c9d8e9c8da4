/** The version of this dashboard; a test keeps it equal to package.json's. */
export const APP_VERSION = '0.1.0';

/** Who calls, in the grammar of Globus' own SDKs: `X-Globus-Client-Info: product=NAME,version=X`. */
export const CLIENT_INFO = `product=globus-streams-dashboard,version=${APP_VERSION}`;
