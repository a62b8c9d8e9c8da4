import type { AccessPoint, Endpoint } from '../world/sites.ts';

export const GATEWAY_1_0 = 'stream_gateway#1.0.0';
const GATEWAY_1_1 = 'stream_gateway#1.1.0';

/** From this patch release of GCS 5.4 on, gateways have `run_as_local_user`. */
const FIRST_PATCH_WITH_LOCAL_USER = 80;

/** Returns the versions of the document that an endpoint knows. It answers with the last one. */
export function gatewayDataTypes({ gcsVersion }: Endpoint): readonly string[] {
  const patch = Number(gcsVersion.split('.').at(2));
  return patch < FIRST_PATCH_WITH_LOCAL_USER ? [GATEWAY_1_0] : [GATEWAY_1_0, GATEWAY_1_1];
}

/** Returns the document of a stream gateway. */
export function gatewayDocument({ id, attributes, policy }: AccessPoint, endpoint: Endpoint): object {
  const dataType = gatewayDataTypes(endpoint).at(-1);
  const { run_as_local_user: runAsLocalUser, ...policyOfBothVersions } = policy;
  return {
    DATA_TYPE: dataType,
    id,
    display_name: attributes.display_name,
    ...policyOfBothVersions,
    ...(dataType === GATEWAY_1_1 && { run_as_local_user: runAsLocalUser }),
    contact_email: attributes.contact_email,
    contact_info: attributes.contact_info,
    department: attributes.department,
    description: attributes.description,
    info_link: attributes.info_link,
    keywords: (attributes.keywords ?? '')
      .split(',')
      .map((keyword) => keyword.trim())
      .filter(Boolean),
    organization: attributes.organization,
    tlsftp_url: attributes.tlsftp_server,
    domain_name: endpoint.managerDomain,
    deleted: false,
  };
}
