import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { InteractionResults, Provider } from 'oidc-provider';
import { PATHS } from '../paths.ts';
import { requestedScopes } from '../policy/promptPolicy.ts';
import { canSatisfy, parseStepUp } from '../policy/stepUp.ts';
import { missingScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import { epochSeconds } from '../state/authState.ts';
import { consentPage } from './consentPage.ts';
import { pageHeaders } from './pageHeaders.ts';
import { errorPage } from './pages.ts';
import type { SignInPageProps } from './signInPage.ts';
import { signInPage } from './signInPage.ts';

type Env = { Bindings: HttpBindings };
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Returns the routes of the sign-in and consent pages. The choice is passed back to oidc-provider. */
export function interactionRoutes(provider: Provider, state: AuthState): Hono<Env> {
  const app = new Hono<Env>();
  const path = `${PATHS.signIn}/:uid`;

  const interactionOf = async (c: Context<Env>): Promise<Interaction | undefined> => {
    try {
      return await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    } catch {
      // The page was used before, has expired, or was opened in another browser.
      return undefined;
    }
  };
  const expiredResponse = (c: Context<Env>) =>
    c.html(errorPage('This page has expired.'), 400, pageHeaders());
  const finish = async (c: Context<Env>, result: InteractionResults) =>
    c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);

  app.get(path, async (c) => {
    const interaction = await interactionOf(c);
    if (!interaction) return expiredResponse(c);
    const page =
      interaction.prompt.name === 'consent'
        ? renderConsent(state, interaction)
        : renderSignIn(state, interaction);
    return c.html(page, 200, headersFor(interaction));
  });

  app.post(path, async (c) => {
    const interaction = await interactionOf(c);
    if (!interaction) return expiredResponse(c);
    const form = await c.req.parseBody();
    if (form.action === 'deny') {
      return finish(c, { error: 'access_denied', error_description: 'The user denied access.' });
    }
    if (interaction.prompt.name === 'consent') {
      const personId = interaction.session?.accountId;
      if (form.action !== 'allow' || personId === undefined) return expiredResponse(c);
      state.consents.add(clientIdOf(interaction), personId, requestedScopes(interaction.params));
      return finish(c, { consent: {} });
    }
    const choice = readChoice(state, interaction, form);
    if ('problem' in choice) {
      return c.html(renderSignIn(state, interaction, choice.problem), 400, headersFor(interaction));
    }
    await endOtherSession(provider, interaction, c.env, choice.personId);
    state.consents.add(clientIdOf(interaction), choice.personId, requestedScopes(interaction.params));
    return finish(c, {
      login: { accountId: choice.personId, ts: epochSeconds(state.options.clock) },
      consent: {},
      authentication: choice.authentication,
    });
  });
  return app;
}

function headersFor({ params }: Interaction): Record<string, string> {
  return pageHeaders(typeof params.redirect_uri === 'string' ? params.redirect_uri : undefined);
}

function clientIdOf({ params }: Interaction): string {
  return typeof params.client_id === 'string' ? params.client_id : '';
}

function clientNameOf(state: AuthState, interaction: Interaction): string {
  return state.clients.find(clientIdOf(interaction))?.name ?? '';
}

function renderSignIn(state: AuthState, interaction: Interaction, problem?: string) {
  const { params, session } = interaction;
  const props: SignInPageProps = {
    clientName: clientNameOf(state, interaction),
    personas: state.directory.personas,
    stepUp: parseStepUp(params),
    scopes: requestedScopes(params),
    registry: state.scopes,
    currentPersonId: session?.accountId,
  };
  return signInPage(problem === undefined ? props : { ...props, problem });
}

function renderConsent(state: AuthState, interaction: Interaction) {
  const { params, session } = interaction;
  const personId = session?.accountId ?? '';
  const all = requestedScopes(params);
  return consentPage({
    clientName: clientNameOf(state, interaction),
    username: state.directory.personOf(personId)?.identities[0].username ?? '',
    missing: missingScopes(all, state.consents.grantedTo(clientIdOf(interaction), personId)),
    all,
    registry: state.scopes,
  });
}

function readChoice(state: AuthState, { params }: Interaction, form: Record<string, unknown>) {
  const identityId = typeof form.identity === 'string' ? form.identity : '';
  const person = state.directory.personOf(identityId);
  const identity = person?.identities.find(({ id }) => id === identityId);
  if (!person || !identity) return { problem: 'Choose a test user.' };
  const stepUp = parseStepUp(params);
  const mfa = form.mfa === 'on';
  if (!canSatisfy(stepUp, identity))
    return { problem: `This sign-in requires another identity than ${identity.username}.` };
  if (stepUp.mfa && !mfa) return { problem: 'This sign-in requires multi-factor authentication.' };
  const authenticatedAt = state.options.clock.now();
  return { personId: person.identities[0].id, authentication: { identityId, authenticatedAt, mfa } };
}

/**
 * Ends the browser's session when another person signs in. oidc-provider would do this with a page that submits itself
 * by script, but these pages have no script.
 */
async function endOtherSession(
  provider: Provider,
  interaction: Interaction,
  { incoming, outgoing }: HttpBindings,
  personId: string,
): Promise<void> {
  const session = await provider.Session.get(provider.createContext(incoming, outgoing));
  if (session.accountId === undefined || session.accountId === personId) return;
  await session.destroy();
  interaction.session = undefined;
  await interaction.persist();
}
