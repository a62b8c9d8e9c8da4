/** There is no usable token for a service any more: the person has to sign in again. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';

  constructor() {
    super('You are not signed in.');
  }
}
