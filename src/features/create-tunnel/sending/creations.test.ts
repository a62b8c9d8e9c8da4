import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../api/http/errors.ts';
import type { TunnelRequest } from '../../../domain/tunnel/request.ts';
import { tunnelForTests } from '../../../domain/tunnel/tunnelForTests.ts';
import { EMPTY_DRAFT, isEmptyDraft } from '../draft/draft.ts';
import { changeDraft, clearDraft, currentDraft } from '../draft/draftStore.ts';
import { cancelCreation, followCreations, isInProgress, sendCreation } from './creations.ts';
import { unattendedResult } from './unattendedResult.ts';

const REQUEST: TunnelRequest = {
  submissionId: 'first',
  label: 'First',
  lifetimeMinutes: 360,
  restartable: false,
  initiatorAccessPointId: 'a',
  listenerAccessPointId: 'b',
  listenerContact: null,
};
const TUNNEL = tunnelForTests({ id: 'tunnel-1' });
const STEP_UP = new ApiError({ kind: 'step-up', method: 'POST', path: '/v2/tunnels', detail: 'MFA' });

const wizard = { onRetry: vi.fn(), onCreated: vi.fn(), onFailed: vi.fn() };

/** Sends the first draft; returns the functions that let Globus respond. */
function send() {
  changeDraft({ ...EMPTY_DRAFT, initiatorId: 'a', listenerId: 'b', attempt: REQUEST, sentAtMs: 1 });
  const { promise, resolve, reject } = deferred<typeof TUNNEL>();
  const done = sendCreation(REQUEST, () => promise);
  return {
    succeed: () => {
      resolve(TUNNEL);
      return done;
    },
    fail: (error: unknown) => {
      reject(error);
      return done;
    },
  };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

beforeEach(() => {
  vi.clearAllMocks();
  clearDraft();
  unattendedResult.set(null);
});

describe('with the wizard open and the draft unchanged', () => {
  beforeEach(() => followCreations(wizard));

  it('shows the tunnel and uses up the draft', async () => {
    await send().succeed();
    expect(wizard.onCreated).toHaveBeenCalledWith(TUNNEL, REQUEST);
    expect(isEmptyDraft(currentDraft())).toBe(true);
    expect(unattendedResult.get()).toBeNull();
  });

  it('resumes after the sign-in that a site requires', async () => {
    await send().fail(STEP_UP);
    expect(wizard.onFailed).toHaveBeenCalledWith(STEP_UP);
    expect(currentDraft().resume).toBe(true);
  });

  it('keeps the draft and its submission ID when Globus rejects the repeat', async () => {
    await send().fail(new Error('conflict'));
    expect(wizard.onFailed).toHaveBeenCalled();
    expect(currentDraft()).toMatchObject({ initiatorId: 'a', attempt: { submissionId: 'first' } });
  });

  it('is silent after it was canceled', async () => {
    const { fail } = send();
    cancelCreation('first');
    expect(isInProgress('first')).toBe(false);
    await fail(new Error('aborted'));
    expect(wizard.onFailed).not.toHaveBeenCalled();
    expect(unattendedResult.get()).toBeNull();
  });

  it('announces a tunnel that was created although it was canceled', async () => {
    const { succeed } = send();
    cancelCreation('first');
    await succeed();
    expect(wizard.onCreated).not.toHaveBeenCalled();
    expect(unattendedResult.get()).toEqual({ status: 'created', label: 'First', tunnelId: 'tunnel-1' });
  });
});

describe.each([
  [
    'another draft',
    () => changeDraft({ ...EMPTY_DRAFT, initiatorId: 'c', listenerId: 'd', label: 'Second' }),
  ],
  ['the same draft with one change', () => changeDraft({ label: 'Second' })],
])('when the wizard shows %s', (_case, edit) => {
  beforeEach(() => followCreations(wizard));

  it('never opens the tunnel’s page, and keeps the draft', async () => {
    const { succeed } = send();
    edit();
    await succeed();
    expect(wizard.onCreated).not.toHaveBeenCalled();
    expect(currentDraft().label).toBe('Second');
    expect(unattendedResult.get()).toMatchObject({ status: 'created', tunnelId: 'tunnel-1' });
  });

  it('never sends that draft after a sign-in', async () => {
    const { fail } = send();
    edit();
    await fail(STEP_UP);
    expect(currentDraft().resume).toBe(false);
    expect(wizard.onFailed).not.toHaveBeenCalled();
    expect(unattendedResult.get()).toMatchObject({ status: 'failed', isDraftKept: false });
  });
});

describe('with the wizard closed', () => {
  it('announces the tunnel and uses up the draft', async () => {
    await send().succeed();
    expect(unattendedResult.get()).toMatchObject({ status: 'created' });
    expect(isEmptyDraft(currentDraft())).toBe(true);
  });

  it('announces a failure and keeps the draft', async () => {
    await send().fail(STEP_UP);
    expect(unattendedResult.get()).toMatchObject({ status: 'failed', error: STEP_UP, isDraftKept: true });
    expect(currentDraft().resume).toBe(false);
  });
});
