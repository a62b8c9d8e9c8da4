import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { AuthState } from '../state/authState.ts';
import type { RegisteredClient } from '../state/clientRegistry.ts';

/** The fields of a form. */
export type Form = Record<string, unknown>;

export const textField = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Returns the client that sent a request: by HTTP Basic authentication, or else by the fields of the form. A public client
 * has no secret to give. Returns 'none' if the request names no client, and undefined if the client or its secret is wrong.
 */
export function callingClient(
  c: Context,
  form: Form,
  { clients }: AuthState,
): RegisteredClient | 'none' | undefined {
  const { id, secret } = credentials(c, form);
  if (id === '') return 'none';
  const client = clients.find(id);
  return client && isSame(secret, client.secret ?? '') ? client : undefined;
}

function credentials(c: Context, form: Form): { id: string; secret: string } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (basic === undefined) return { id: textField(form.client_id), secret: textField(form.client_secret) };
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
