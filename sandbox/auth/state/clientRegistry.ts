import { randomBytes, randomUUID } from 'node:crypto';

/** The types of Globus clients that this sandbox has. The names are those of the clients API of Globus Auth. */
type ClientType =
  | 'public_webapp_client'
  | 'public_installed_client'
  | 'confidential_client'
  | 'client_identity';

/** An app that is registered with Auth. */
export interface RegisteredClient {
  id: string;
  /** Shown on the sign-in and consent pages. */
  name: string;
  type: ClientType;
  /** Undefined for public clients, which use PKCE instead. */
  secret: string | undefined;
  /** The installed app that created this client for one machine. */
  parentId: string | undefined;
}

/** The Globus CLI. It registers a confidential client of its own on each machine, with this one as the template. */
const GLOBUS_CLI_ID = '95fdeba8-fac2-42bd-a357-e068d82ff78e';
/** The client in the tutorials of the Globus Python SDK. */
const SDK_TUTORIAL_ID = '61338d24-54d5-408f-a10d-66c06b59f6d2';

const GRANT_TYPES: Record<ClientType, string[]> = {
  public_webapp_client: ['authorization_code', 'refresh_token'],
  public_installed_client: ['authorization_code', 'refresh_token'],
  confidential_client: ['authorization_code', 'client_credentials', 'refresh_token'],
  client_identity: ['client_credentials'],
};

/** Returns the grant types that a client can use. */
export function grantTypesOf({ type }: RegisteredClient): string[] {
  return GRANT_TYPES[type];
}

/** The clients that Auth knows: the dashboard, the service client, the apps of Globus, and what those registered. */
export class ClientRegistry {
  readonly #clients = new Map<string, RegisteredClient>();

  constructor({ client, service }: { client: { id: string }; service: { id: string; secret: string } }) {
    this.#add({ id: client.id, name: 'Globus Streams dashboard', type: 'public_webapp_client' });
    const { id, secret } = service;
    this.#add({ id, secret, name: 'Sandbox service', type: 'client_identity' });
    this.#add({ id: GLOBUS_CLI_ID, name: 'Globus CLI', type: 'public_installed_client' });
    this.#add({ id: SDK_TUTORIAL_ID, name: 'Globus SDK tutorial', type: 'public_installed_client' });
  }

  find(id: string): RegisteredClient | undefined {
    return this.#clients.get(id);
  }

  /** Registers a confidential client for one machine. Returns undefined if the template isn't an installed app. */
  createInstance(templateId: string, name: string): RegisteredClient | undefined {
    if (this.find(templateId)?.type !== 'public_installed_client') return undefined;
    const secret = randomBytes(32).toString('base64url');
    return this.#add({ id: randomUUID(), name, type: 'confidential_client', secret, parentId: templateId });
  }

  delete(id: string): void {
    this.#clients.delete(id);
  }

  #add(client: Pick<RegisteredClient, 'id' | 'name' | 'type'> & Partial<RegisteredClient>): RegisteredClient {
    const registered = { secret: undefined, parentId: undefined, ...client };
    this.#clients.set(client.id, registered);
    return registered;
  }
}
