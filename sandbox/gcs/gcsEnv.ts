import type { Endpoint } from '../world/sites.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

export interface GcsDeps {
  world: World;
  tokens: TokenStore;
}

export interface GcsEnv {
  Variables: { caller: AccessToken; endpoint: Endpoint };
}
