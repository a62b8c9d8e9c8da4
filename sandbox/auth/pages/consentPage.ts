import { html } from 'hono/html';
import type { ScopeRegistry } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import type { Html } from './pages.ts';
import { pageLayout } from './pages.ts';
import { denyForm, scopeList } from './signInPage.ts';

/** Returns the page that asks a signed-in person for consent to new scopes. */
export function consentPage(props: {
  /** The name of the app that requests the scopes. */
  clientName: string;
  username: string;
  /** Scopes without consent. Empty if the client requested the page with `prompt=consent`. */
  missing: readonly ScopeNode[];
  all: readonly ScopeNode[];
  registry: ScopeRegistry;
}): Html {
  const { clientName, username, missing, all, registry } = props;
  return pageLayout(
    'Allow access',
    html`<p>You are signed in as ${username}. ${clientName} is requesting permission to:</p>
      ${scopeList(missing.length > 0 ? missing : all, registry)}
      <form method="post" class="row"><button name="action" value="allow">Allow</button></form>
      ${denyForm()}`,
  );
}
