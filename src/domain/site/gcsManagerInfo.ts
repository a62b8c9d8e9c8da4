/** What a GCS Manager reports about itself to anyone. null means that it doesn't report it. */
export interface GcsManagerInfo {
  apiVersion: string | null;
  managerVersion: string | null;
  endpointId: string | null;
  clientId: string | null;
  domainName: string | null;
}
