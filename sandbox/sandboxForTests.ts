import { afterAll, beforeAll } from 'vitest';
import type { IssueTokenRequest } from './control/issueToken.ts';
import type { SandboxOptions } from './options.ts';
import type { Sandbox } from './startSandbox.ts';
import { startSandbox } from './startSandbox.ts';

/** Known access points by what they are good for in a test. */
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
} as const;

/** One sandbox for the tests of a file; call the result inside tests. */
export function sandboxForTests(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(() => sandbox?.close());
  return () => {
    if (!sandbox) throw new Error('The sandbox starts before the first test.');
    return sandbox;
  };
}

/** A parsed answer; `body` has whatever shape the service gave it. */
export interface ApiResponse {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of every shape.
  body: any;
}

export interface TransferRequestOptions extends Omit<IssueTokenRequest, 'scope'> {
  method?: string;
  /** Sent as JSON unless it is a text. */
  body?: unknown;
  headers?: Record<string, string>;
  scope?: string;
  /** Null: send no token. */
  token?: string | null;
}

/** Calls Transfer as a person, with a token made for the call. */
export async function fetchTransfer(
  sandbox: Sandbox,
  path: string,
  ask: TransferRequestOptions = {},
): Promise<ApiResponse> {
  const { method = 'GET', body, headers = {}, token, ...order } = ask;
  const bearer = token === undefined ? sandbox.commands.issueToken(order).token : token;
  const response = await fetch(new URL(path, sandbox.transfer), {
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

/** The body that makes a tunnel between the two open access points, unless told otherwise. */
export function tunnelBody({
  initiator = ACCESS_POINT_IDS.harbor as string,
  listener = ACCESS_POINT_IDS.northfield as string,
  ...attributes
}: { initiator?: string; listener?: string } & Record<string, unknown> = {}): object {
  const end = (id: string) => ({ data: { type: 'StreamAccessPoint', id } });
  return {
    data: {
      type: 'Tunnel',
      attributes: { submission_id: crypto.randomUUID(), ...attributes },
      relationships: { initiator: end(initiator), listener: end(listener) },
    },
  };
}

/** Makes a tunnel over the API and gives its id. */
export async function createTunnelViaApi(
  sandbox: Sandbox,
  body: Parameters<typeof tunnelBody>[0] = {},
  ask: TransferRequestOptions = {},
): Promise<string> {
  const answer = await fetchTransfer(sandbox, '/v2/tunnels', {
    ...ask,
    method: 'POST',
    body: tunnelBody(body),
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.data.id;
}
