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

/** The pages where one signs in and consents; what is chosen goes back to oidc-provider. */
export function interactionRoutes(provider: Provider, state: AuthState): Hono<Env> {
  const app = new Hono<Env>();
  const path = `${PATHS.signIn}/:uid`;

  const interactionOf = async (c: Context<Env>): Promise<Interaction | undefined> => {
    try {
      return await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    } catch {
      // Used, expired, or opened in another browser.
      return undefined;
    }
  };
  const expired = (c: Context<Env>) =>
    c.html(errorPage('This page has been used already, or is too old.'), 400, pageHeaders());
  const finish = async (c: Context<Env>, result: InteractionResults) =>
    c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);

  app.get(path, async (c) => {
    const interaction = await interactionOf(c);
    if (!interaction) return expired(c);
    const shown =
      interaction.prompt.name === 'consent'
        ? consentView(state, interaction)
        : signInView(state, interaction);
    return c.html(shown, 200, headersFor(interaction));
  });

  app.post(path, async (c) => {
    const interaction = await interactionOf(c);
    if (!interaction) return expired(c);
    const form = await c.req.parseBody();
    if (form.action === 'deny') {
      return finish(c, { error: 'access_denied', error_description: 'The person did not allow access.' });
    }
    if (interaction.prompt.name === 'consent') {
      const personId = interaction.session?.accountId;
      if (form.action !== 'allow' || personId === undefined) return expired(c);
      state.consents.add(personId, requestedScopes(interaction.params));
      return finish(c, { consent: {} });
    }
    const choice = readChoice(state, interaction, form);
    if ('problem' in choice) {
      return c.html(signInView(state, interaction, choice.problem), 400, headersFor(interaction));
    }
    await leaveOtherPerson(provider, interaction, c.env, choice.personId);
    state.consents.add(choice.personId, requestedScopes(interaction.params));
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

function signInView(state: AuthState, { params, session }: Interaction, problem?: string) {
  const view: SignInPageProps = {
    personas: state.directory.personas,
    stepUp: parseStepUp(params),
    scopes: requestedScopes(params),
    registry: state.scopes,
    currentPersonId: session?.accountId,
  };
  return signInPage(problem === undefined ? view : { ...view, problem });
}

function consentView(state: AuthState, { params, session }: Interaction) {
  const personId = session?.accountId ?? '';
  const all = requestedScopes(params);
  return consentPage({
    username: state.directory.personOf(personId)?.identities[0].username ?? '',
    missing: missingScopes(all, state.consents.grantedTo(personId)),
    all,
    registry: state.scopes,
  });
}

function readChoice(state: AuthState, { params }: Interaction, form: Record<string, unknown>) {
  const identityId = typeof form.identity === 'string' ? form.identity : '';
  const person = state.directory.personOf(identityId);
  const identity = person?.identities.find(({ id }) => id === identityId);
  if (!person || !identity) return { problem: 'Choose who you want to be.' };
  const stepUp = parseStepUp(params);
  const mfa = form.mfa === 'on';
  if (!canSatisfy(stepUp, identity)) return { problem: `${identity.username} is not what was asked for.` };
  if (stepUp.mfa && !mfa) return { problem: 'This needs multi-factor authentication.' };
  const authenticatedAt = state.options.clock.now();
  return { personId: person.identities[0].id, authentication: { identityId, authenticatedAt, mfa } };
}

/**
 * Ends the browser's session when somebody else signs in. oidc-provider would do it too, by a page that submits
 * itself by script; these pages have none.
 */
async function leaveOtherPerson(
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
