import { html } from 'hono/html';
import type { ScopeRegistry } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import type { Html } from './pages.ts';
import { pageLayout } from './pages.ts';
import { denyForm, scopeList } from './signInPage.ts';

/** Asks a person who is signed in to allow what is new. */
export function consentPage(view: {
  username: string;
  /** What has not been consented to yet; empty when the client asked for the page all the same. */
  missing: readonly ScopeNode[];
  all: readonly ScopeNode[];
  registry: ScopeRegistry;
}): Html {
  const { username, missing, all, registry } = view;
  return pageLayout(
    'Allow access',
    html`<p>You are signed in as ${username}. Globus Streams dashboard asks to:</p>
      ${scopeList(missing.length > 0 ? missing : all, registry)}
      <form method="post" class="row"><button name="action" value="allow">Allow</button></form>
      ${denyForm()}`,
  );
}
