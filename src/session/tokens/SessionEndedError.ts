/** There is no usable token for a service. The person has to sign in again. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';

  constructor() {
    super('You’re not signed in.');
  }
}
