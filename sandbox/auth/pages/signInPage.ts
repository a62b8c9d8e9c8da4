import { html } from 'hono/html';
import type { Identity, Persona } from '../../world/identities.ts';
import type { StepUp } from '../policy/stepUp.ts';
import { canSatisfy } from '../policy/stepUp.ts';
import type { ScopeRegistry } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import type { Html } from './pages.ts';
import { pageLayout } from './pages.ts';

export interface SignInPageProps {
  personas: readonly Persona[];
  stepUp: StepUp;
  /** What signing in will allow, in words. */
  scopes: readonly ScopeNode[];
  registry: ScopeRegistry;
  /** Primary identity of the person the browser is signed in as. */
  currentPersonId: string | undefined;
  /** Why the last try was refused. */
  problem?: string;
}

/** The scopes in words, nested ones below the scope that may use them. */
export function scopeList(scopes: readonly ScopeNode[], registry: ScopeRegistry): Html {
  const item = ({ scope, children }: ScopeNode): Html =>
    html`<li>${registry.describe(scope)}${children.length > 0 ? scopeList(children, registry) : ''}</li>`;
  return html`<ul>${scopes.map(item)}</ul>`;
}

/** Asks who to be: one button for each identity that can satisfy what was asked. */
export function signInPage(view: SignInPageProps): Html {
  const { personas, stepUp, scopes, registry, problem } = view;
  return pageLayout(
    'Sign in',
    html`${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
      ${demands(stepUp)}
      <form method="post">
        <p>
          <label>
            <input type="checkbox" name="mfa" ${stepUp.mfa ? 'required' : ''} aria-describedby="mfa-hint" />
            I use multi-factor authentication
          </label>
          <br />
          <span class="quiet" id="mfa-hint">
            ${stepUp.mfa ? 'Required this time.' : 'Some sites ask for it.'}
          </span>
        </p>
        <h2>Who do you want to be?</h2>
        ${personas.map((persona) => choices(persona, view))}
      </form>
      ${denyForm()}
      <section aria-labelledby="consent">
        <h2 id="consent">By signing in you allow Globus Streams dashboard to</h2>
        ${scopeList(scopes, registry)}
      </section>`,
  );
}

function choices(persona: Persona, { stepUp, currentPersonId }: SignInPageProps): Html {
  const offered = persona.identities.filter((identity) => canSatisfy(stepUp, identity));
  if (offered.length === 0) return html``;
  const isCurrent = persona.identities[0].id === currentPersonId;
  return html`<fieldset>
    <legend>${persona.identities[0].name}: ${persona.role}${isCurrent ? ' (signed in now)' : ''}</legend>
    ${offered.map(choice)}
  </fieldset>`;
}

function choice({ id, name, username, identityProviderName }: Identity): Html {
  return html`<button class="choice" name="identity" value="${id}" aria-describedby="at-${id}">
      ${name}, ${username}
    </button>
    <p class="quiet" id="at-${id}">Signs in at ${identityProviderName}</p>`;
}

/** The site's own message, and what it asks for in words. */
function demands({ message, identities, domains, policies, mfa }: StepUp): Html {
  const asked = [
    ...identities.map((identity) => `the identity ${identity}`),
    ...(domains.length > 0 ? [`an identity from ${domains.join(' or ')}`] : []),
    ...(policies.length > 0 ? ['a sign-in made just now'] : []),
    ...(mfa ? ['multi-factor authentication'] : []),
  ];
  if (message === undefined && asked.length === 0) return html``;
  return html`<div class="message">
    ${message === undefined ? '' : html`<p>${message}</p>`}
    ${asked.length === 0 ? '' : html`<p>This needs ${asked.join(', and ')}.</p>`}
  </div>`;
}

/** A form of its own, so that a required checkbox or the Enter key never gets between a person and "no". */
export function denyForm(): Html {
  return html`<form method="post" class="row"><button name="action" value="deny">Deny</button></form>`;
}
