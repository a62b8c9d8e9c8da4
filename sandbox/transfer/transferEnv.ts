import type { ServiceSettings } from '../serving/serviceSettings.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

/** What the routes of Transfer need. */
export interface TransferDeps {
  world: World;
  tokens: TokenStore;
  settings: ServiceSettings;
  /** Origin of GCS Manager, for `gcs_manager_url`. */
  gcsOrigin: string;
}

/** The variables in the Hono context of a request. */
export interface TransferEnv {
  Variables: { requestId: string; caller: AccessToken };
}
