import { type HttpSession, setHttpSession } from './session.ts';

/** Signs calls in with a fixed token; a test overrides the parts that it is about. */
export function setSessionForTests(overrides: Partial<HttpSession> = {}): void {
  setHttpSession({
    getAccessToken: async () => 'token',
    reportUnauthorized: async () => false,
    knownTokens: () => [],
    canRenewSilently: () => false,
    recordStepUpRequired: () => undefined,
    recordCallSucceeded: () => undefined,
    ...overrides,
  });
}
