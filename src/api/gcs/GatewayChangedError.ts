import type { StreamGateway } from '../../domain/site/streamGateway.ts';

/** A change that wasn't sent, because someone else had changed the gateway since it was read. */
export class GatewayChangedError extends Error {
  override readonly name = 'GatewayChangedError';
  /** The gateway as it is now. */
  readonly gateway: StreamGateway;

  constructor(gateway: StreamGateway) {
    super('Someone else changed the gateway.');
    this.gateway = gateway;
  }
}
