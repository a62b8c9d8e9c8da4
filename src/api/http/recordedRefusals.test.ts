import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_REQUIREMENTS } from '../../domain/sign-in/authorizationParameters.ts';
import { classifyError } from './errors.ts';

// Like ../recorded.test.ts, for the recorded refusals: what they say arrives, in whichever form they say it.

// biome-ignore lint/suspicious/noExplicitAny: a test reads documents of every shape.
type Json = any;

const FOLDER = 'sandbox/recorded/refusals';
const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

/** What must arrive from each document. */
const EXPECTED: Readonly<Record<string, (body: Json) => object>> = {
  root: (body) => policyDemand(body.authorization_parameters, body.errors[0]),
  item: (body) => policyDemand(body.errors[0].authorization_parameters, body.errors[0]),
  itemMeta: (body) => policyDemand(body.errors[0].meta.authorization_parameters, body.errors[0]),
  legacyConsent: (body) => consent(body.required_scopes, { code: body.code, detail: body.message }),
  unapprovedScopes: ({ errors: [error] }) => ({
    ...consent(error.unapproved_scopes, error),
    requestId: null,
  }),
  loginFailed: ({ code, message, authorization_parameters: parameters }) => ({
    kind: 'step-up',
    code,
    detail: message,
    authorization: {
      ...NO_REQUIREMENTS,
      message: parameters.session_message,
      requiredIdentities: parameters.session_required_identities,
      requiredSingleDomain: parameters.session_required_single_domain,
      requiredMfa: parameters.session_required_mfa,
      prompt: parameters.prompt,
    },
  }),
  notFound: ({ errors: [error] }) => ({ kind: 'not-found', code: error.code, detail: error.detail }),
  badToken: (body) => ({ kind: 'unauthorized', code: body.code, detail: body.message }),
  validation: ({ detail: [{ loc, msg }] }) => ({
    kind: 'validation',
    fieldErrors: [{ path: loc, message: msg }],
  }),
  gcsMissingScopes: gcsDemand(({ required_scopes: requiredScopes }) => ({ requiredScopes })),
  gcsTimeout: gcsDemand(({ identities, require_mfa: requiredMfa }) => ({
    requiredIdentities: identities,
    requiredMfa,
    prompt: 'login',
  })),
  gcsDomain: gcsDemand(({ allowed_domains: requiredSingleDomain }) => ({ requiredSingleDomain })),
  gcsRole: gcsRefusal('missing_required_role', ({ roles }) => roles.map(({ role }: Json) => role)),
  gcsOwner: gcsRefusal('not_resource_owner', () => []),
  gcsInvalidInput: ({ code, message, detail }) => ({
    kind: 'validation',
    code,
    detail: message,
    fieldErrors: detail.errors.map((error: Json) => ({ path: [error.property], message: error.message })),
  }),
  gcsInvalidUser: gcsRefusal('invalid_user', ({ usernames }) => usernames),
  gcsSubscription: gcsRefusal('subscription_required', ({ subscription_level: level, add_ons: addOns }) => [
    level,
    ...addOns,
  ]),
};

function policyDemand(parameters: Json, { code, detail }: Json): object {
  const { session_message: message, session_required_policies: requiredPolicies } = parameters;
  return { kind: 'step-up', code, detail, authorization: { ...NO_REQUIREMENTS, message, requiredPolicies } };
}

function consent(requiredScopes: Json, { code, detail }: Json): object {
  return { kind: 'step-up', code, detail, authorization: { ...NO_REQUIREMENTS, requiredScopes } };
}

function gcsDemand(requirements: (detail: Json) => object) {
  return ({ code, message, detail }: Json) => ({
    kind: 'step-up',
    code,
    detail: message,
    requestId: null,
    authorization: { ...NO_REQUIREMENTS, ...requirements(detail) },
  });
}

function gcsRefusal(type: string, values: (detail: Json) => string[]) {
  return ({ code, message, detail }: Json) => ({
    kind: 'forbidden',
    code,
    detail: message,
    authorization: null,
    reason: { type, values: values(detail) },
  });
}

test('every refusal is read', () => expect(Object.keys(EXPECTED).sort()).toEqual(names.sort()));

test.each(Object.entries(EXPECTED))('%s: what it says arrives', (name, expected) => {
  const { request, status, body } = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
  const [method, path] = request.split(' ');
  // A GCS Manager can require only the scope of its own endpoint.
  const scope = String(body.detail?.required_scopes?.[0] ?? '');
  const endpointId = name.startsWith('gcs') ? (scope.split(':').at(-2) ?? '') : null;
  const headers = new Headers();
  const error = classifyError({ method, path, endpointId, status, headers, body });
  const requestId = body.meta?.request_id ?? body.request_id ?? null;
  expect(error).toMatchObject({ status, requestId, ...expected(body) });
});
