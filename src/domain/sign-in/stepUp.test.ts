import { describe, expect, it } from 'vitest';
import type { AuthorizationParameters } from './authorizationParameters.ts';
import { findRefusingSite, type RefusingSite, stepUpInstructions } from './stepUp.ts';

const NOTHING: AuthorizationParameters = {
  message: null,
  requiredIdentities: [],
  requiredPolicies: [],
  requiredSingleDomain: [],
  requiredMfa: null,
  requiredScopes: [],
  prompt: null,
};
const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const DATA = 'https://auth.globus.org/scopes/e-1/data_access';
const lumen: RefusingSite = { id: 'a-1', name: 'Lumen Hall', endpointId: 'e-1' };
const harbor: RefusingSite = { id: 'a-2', name: 'Harbor 7', endpointId: 'e-2' };

describe('stepUpWords', () => {
  it.each<[Partial<AuthorizationParameters>, string]>([
    [{ requiredSingleDomain: ['hpc.example'] }, 'Sign in with an identity from hpc.example.'],
    [
      { requiredSingleDomain: ['a.example', 'b.example'] },
      'Sign in with an identity from a.example or b.example.',
    ],
    [{ requiredIdentities: ['mira@harbor.example'] }, 'Sign in as mira@harbor.example.'],
    [
      { requiredIdentities: ['a1e5'] },
      'Sign in with one particular identity of yours; Globus shows you which.',
    ],
    [{ requiredMfa: true }, 'Use multi-factor authentication.'],
    [{ requiredPolicies: ['p'] }, 'Sign in again, so that it meets the policy of the site.'],
    [{ prompt: 'login' }, 'Sign in again: the site wants a recent sign-in.'],
    [{ requiredScopes: [`${ALL}[*${DATA}]`] }, 'Allow this dashboard to reach data at Lumen Hall.'],
    [{ requiredScopes: [ALL] }, 'Allow this dashboard to use Globus Transfer for you.'],
    [
      { requiredScopes: ['urn:globus:auth:scope:e-9:manage_collections'] },
      'Allow this dashboard to manage the endpoint e-9 for you.',
    ],
    [{ requiredScopes: ['urn:x'] }, 'Allow this dashboard to do one more thing for you (urn:x).'],
  ])('%j', (asked, words) => {
    expect(stepUpInstructions({ ...NOTHING, ...asked }, lumen)).toEqual([words]);
  });

  it('says each demand when there are several', () => {
    expect(
      stepUpInstructions({ ...NOTHING, requiredSingleDomain: ['x'], requiredMfa: true }, null),
    ).toHaveLength(2);
  });

  it('does not ask for what is switched off', () => {
    expect(
      stepUpInstructions({ ...NOTHING, requiredMfa: false, requiredSingleDomain: ['x'] }, null),
    ).toHaveLength(1);
  });
});

describe('whoAsks', () => {
  it.each<[string, Partial<AuthorizationParameters>, RefusingSite[], RefusingSite | null]>([
    ['the only one', {}, [lumen], lumen],
    ['both ends are the same', {}, [lumen, lumen], lumen],
    ['an endpoint in a scope', { requiredScopes: [`${ALL}[*${DATA}]`] }, [harbor, lumen], lumen],
    ['a name in the message', { message: 'Harbor 7 is for members.' }, [harbor, lumen], harbor],
    ['both names in the message', { message: 'Harbor 7 and Lumen Hall' }, [harbor, lumen], null],
    ['nothing to go by', { message: 'Policy.' }, [harbor, lumen], null],
    ['nobody', {}, [], null],
  ])('%s', (_name, asked, candidates, who) => {
    expect(findRefusingSite({ ...NOTHING, ...asked }, candidates)).toEqual(who);
  });
});
