import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { canRenewSilently, getAccessToken, knownTokens, reportUnauthorized } from '../../session/session.ts';
import { recordCallSucceeded, recordStepUpRequired } from '../../session/sign-in/stepUpHistory.ts';

/** What calls need of the signed-in session: a token, and someone to report refusals to. */
export interface HttpSession {
  /** @throws SessionEndedError when the session has no token for the resource server */
  getAccessToken(resourceServer: string): Promise<string>;
  /** @returns whether a newer token is available, so that the call can be repeated once */
  reportUnauthorized(resourceServer: string, refusedToken: string): Promise<boolean>;
  /** Returns every token of the session, also replaced ones: none may reach a page through a response. */
  knownTokens(): readonly string[];
  /** Returns whether the session gets its next tokens without a sign-in. */
  canRenewSilently(): boolean;
  /** @param call method and URL, without its query */
  recordStepUpRequired(required: AuthorizationParameters, call: string): void;
  /** @param call as for recordStepUpRequired */
  recordCallSucceeded(call: string): void;
}

let current: HttpSession = {
  getAccessToken,
  reportUnauthorized,
  knownTokens,
  canRenewSilently,
  recordStepUpRequired,
  recordCallSucceeded,
};

/** Returns the session that calls use: the signed-in person's, unless a test handed in another one. */
export function httpSession(): HttpSession {
  return current;
}

/** Replaces the session that calls use. */
export function setHttpSession(session: HttpSession): void {
  current = session;
}
