/** There is no usable token for a service any more: the person has to sign in again. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';

  /** The service that has no token. */
  readonly resourceServer: string;

  constructor(resourceServer: string) {
    super('You are not signed in.');
    this.resourceServer = resourceServer;
  }
}
