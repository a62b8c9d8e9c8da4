import { html } from 'hono/html';
import type { Identity, Persona } from '../../world/identities.ts';
import type { StepUp } from '../policy/stepUp.ts';
import { canSatisfy } from '../policy/stepUp.ts';
import type { ScopeRegistry } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import type { Html } from './pages.ts';
import { pageLayout } from './pages.ts';

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

export interface SignInPageProps {
  /** The name of the app that the person signs in to. */
  clientName: string;
  personas: readonly Persona[];
  stepUp: StepUp;
  /** The scopes that the person allows by signing in. */
  scopes: readonly ScopeNode[];
  registry: ScopeRegistry;
  /** Primary identity of the person the browser is signed in as. */
  currentPersonId: string | undefined;
  /** Why the last attempt was rejected. */
  problem?: string;
}

/** Returns a list that describes the scopes, with nested scopes below the scope that can use them. */
export function scopeList(scopes: readonly ScopeNode[], registry: ScopeRegistry): Html {
  const item = ({ scope, children }: ScopeNode): Html =>
    html`<li>${registry.describe(scope)}${children.length > 0 ? scopeList(children, registry) : ''}</li>`;
  return html`<ul>${scopes.map(item)}</ul>`;
}

/** Returns the page to choose a test user on: one button for each identity that meets the requirements. */
export function signInPage(props: SignInPageProps): Html {
  const { clientName, personas, stepUp, scopes, registry, problem } = props;
  return pageLayout(
    'Sign in',
    html`${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
      ${requirementsMessage(stepUp)}
      <form method="post">
        <p>
          <label>
            <input type="checkbox" name="mfa" ${stepUp.mfa ? 'required' : ''} aria-describedby="mfa-hint" />
            Sign in with multi-factor authentication
          </label>
          <br />
          <span class="quiet" id="mfa-hint">
            ${stepUp.mfa ? 'Required for this sign-in.' : 'Some sites require this.'}
          </span>
        </p>
        <h2>Choose a test user</h2>
        ${personas.map((persona) => choices(persona, props))}
      </form>
      ${denyForm()}
      <section aria-labelledby="consent">
        <h2 id="consent">By signing in, you allow ${clientName} to:</h2>
        ${scopeList(scopes, registry)}
      </section>`,
  );
}

function choices(persona: Persona, { stepUp, currentPersonId }: SignInPageProps): Html {
  const offered = persona.identities.filter((identity) => canSatisfy(stepUp, identity));
  if (offered.length === 0) return html``;
  const isCurrent = persona.identities[0].id === currentPersonId;
  return html`<fieldset>
    <legend>${persona.identities[0].name}: ${persona.role}${isCurrent ? ' (currently signed in)' : ''}</legend>
    ${offered.map(choice)}
  </fieldset>`;
}

function choice({ id, name, username, identityProviderName }: Identity): Html {
  return html`<button class="choice" name="identity" value="${id}" aria-describedby="at-${id}">
      ${name}, ${username}
    </button>
    <p class="quiet" id="at-${id}">Signs in with ${identityProviderName}</p>`;
}

/** Returns the message of the site, and a description of its requirements. */
function requirementsMessage({ message, identities, domains, policies, mfa }: StepUp): Html {
  const required = [
    ...identities.map((identity) => `the identity ${identity}`),
    ...(domains.length > 0 ? [`an identity from ${domains.join(' or ')}`] : []),
    ...(policies.length > 0 ? ['a new sign-in'] : []),
    ...(mfa ? ['multi-factor authentication'] : []),
  ];
  if (message === undefined && required.length === 0) return html``;
  return html`<div class="message">
    ${message === undefined ? '' : html`<p>${message}</p>`}
    ${required.length === 0 ? '' : html`<p>This sign-in requires ${LIST.format(required)}.</p>`}
  </div>`;
}

/** Returns a separate form, so that a required checkbox doesn't block Deny and the Enter key doesn't press it. */
export function denyForm(): Html {
  return html`<form method="post" class="row"><button name="action" value="deny">Deny</button></form>`;
}
