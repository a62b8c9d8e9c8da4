import { afterAll, beforeAll } from 'vitest';
import type { IssueTokenRequest } from './control/issueToken.ts';
import type { SandboxOptions } from './options.ts';
import type { Sandbox } from './startSandbox.ts';
import { startSandbox } from './startSandbox.ts';

/** The fixed access points, by their use in a test. */
export const ACCESS_POINT_IDS = {
  harbor: 'acce5500-0000-4000-8000-000000000001',
  northfield: 'acce5500-0000-4000-8000-000000000002',
  requiresDomain: 'acce5500-0000-4000-8000-000000000004',
  requiresRecentSignIn: 'acce5500-0000-4000-8000-000000000005',
  requiresMfa: 'acce5500-0000-4000-8000-000000000006',
  requiresConsent: 'acce5500-0000-4000-8000-000000000007',
  unreachable: 'acce5500-0000-4000-8000-000000000008',
  refusing: 'acce5500-0000-4000-8000-000000000009',
  deniesEveryone: 'acce5500-0000-4000-8000-000000000011',
  hasNoSubscription: 'acce5500-0000-4000-8000-000000000012',
} as const;

/** The fixed endpoints, by name. */
export const ENDPOINT_IDS = {
  northfield: 'e0000000-0000-4000-8000-000000000002',
  tidewater: 'e0000000-0000-4000-8000-000000000003',
  galeRidge: 'e0000000-0000-4000-8000-000000000004',
  lumen: 'e0000000-0000-4000-8000-000000000006',
  sandbar: 'e0000000-0000-4000-8000-000000000008',
} as const;

/** Starts one sandbox for the tests of a file. Call the returned function inside tests to get it. */
export function sandboxForTests(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(() => sandbox?.close());
  return () => {
    if (!sandbox) throw new Error('The sandbox is available only inside tests.');
    return sandbox;
  };
}

/** A parsed response. */
export interface ApiResponse {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read documents of every shape.
  body: any;
}

export interface TransferRequestOptions extends Omit<IssueTokenRequest, 'scope'> {
  method?: string;
  /** Sent as JSON unless it is a string. */
  body?: unknown;
  headers?: Record<string, string>;
  scope?: string;
  /** Null: send no token. */
  token?: string | null;
}

/** Sends a request to Transfer with a new token, by default of the researcher. */
export function fetchTransfer(
  sandbox: Sandbox,
  path: string,
  options: TransferRequestOptions = {},
): Promise<ApiResponse> {
  return fetchApi(sandbox, new URL(path, sandbox.transfer), options);
}

/** Sends a request to the GCS Manager of an endpoint with a new token for it, by default of the researcher. */
export function fetchGcs(
  sandbox: Sandbox,
  endpointId: string,
  path: string,
  options: TransferRequestOptions = {},
): Promise<ApiResponse> {
  const url = new URL(`/${endpointId}/api${path}`, sandbox.gcs);
  return fetchApi(sandbox, url, { resourceServer: endpointId, ...options });
}

async function fetchApi(
  sandbox: Sandbox,
  url: URL,
  { method = 'GET', body, headers = {}, token, ...tokenRequest }: TransferRequestOptions,
): Promise<ApiResponse> {
  const bearer = token === undefined ? sandbox.commands.issueToken(tokenRequest).token : token;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(bearer !== null && { Authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
}

/** Returns the request body that creates a tunnel, by default between the two open access points. */
export function tunnelBody({
  initiator = ACCESS_POINT_IDS.harbor as string,
  listener = ACCESS_POINT_IDS.northfield as string,
  ...attributes
}: { initiator?: string; listener?: string } & Record<string, unknown> = {}): object {
  const relationship = (id: string) => ({ data: { type: 'StreamAccessPoint', id } });
  return {
    data: {
      type: 'Tunnel',
      attributes: { submission_id: crypto.randomUUID(), ...attributes },
      relationships: { initiator: relationship(initiator), listener: relationship(listener) },
    },
  };
}

/** Creates a tunnel through the API and returns its ID. */
export async function createTunnelViaApi(
  sandbox: Sandbox,
  body: Parameters<typeof tunnelBody>[0] = {},
  options: TransferRequestOptions = {},
): Promise<string> {
  const response = await fetchTransfer(sandbox, '/v2/tunnels', {
    ...options,
    method: 'POST',
    body: tunnelBody(body),
  });
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  return response.body.data.id;
}
