import type { ServiceSettings } from '../serving/serviceSettings.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

/** What Transfer is made of. */
export interface TransferDeps {
  world: World;
  tokens: TokenStore;
  settings: ServiceSettings;
  /** Origin of GCS Manager, for `gcs_manager_url`. */
  gcsOrigin: string;
}

/** What a handler finds in Hono's context. */
export interface TransferEnv {
  Variables: { requestId: string; caller: AccessToken };
}
