import { appUrl } from '../config/appUrl.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';

/**
 * Returns the address of a page of Globus Auth, with a link back to this dashboard (globus-api.md, "Signing in").
 *
 * @param page "identities" links another identity to the account, "consents" withdraws what the person allowed
 */
export function globusPageUrl(page: 'identities' | 'consents'): string {
  const { authUrl, clientId, title } = runtimeConfig();
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: appUrl(), redirect_name: title });
  return `${authUrl}/v2/web/${page}?${query}`;
}
