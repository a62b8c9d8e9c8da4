import type { AuthControl } from '../auth/control.ts';
import type { Failure, FailureRequest } from '../serving/failures.ts';
import { Failures } from '../serving/failures.ts';
import type { LoggedRequest } from '../serving/requestLog.ts';
import { RequestLog } from '../serving/requestLog.ts';
import type {
  EventOrder,
  ListenerTaking,
  ParametersPlace,
  ServiceSettings,
} from '../serving/serviceSettings.ts';
import { initialSettings } from '../serving/serviceSettings.ts';
import { Storm, type StormOrder, type StormReport } from '../serving/storm.ts';
import type { AccessPointChange } from '../world/directory.ts';
import { createRandom } from '../world/random.ts';
import type { AccessPoint } from '../world/sites.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World, WorldSize } from '../world/world.ts';
import type { TokenOrder } from './tokenOrders.ts';
import { issueToken } from './tokenOrders.ts';
import { TunnelCommands } from './tunnelCommands.ts';

interface Levers {
  world: World;
  tokens: TokenStore;
  latencyMs: number;
}

/** How events are told from now on. */
interface EventTelling {
  first?: EventOrder | undefined;
  size?: number | undefined;
}

/** Everything a test or a curious person can do to a sandbox; the control endpoints call the same functions. */
export class SandboxControl {
  readonly tunnels: TunnelCommands;
  readonly settings: ServiceSettings;
  readonly failures: Failures;
  readonly log = new RequestLog();
  readonly #levers: Levers;
  #auth: AuthControl | undefined;
  #storm: Storm | undefined;

  constructor(levers: Levers) {
    this.#levers = levers;
    this.tunnels = new TunnelCommands(levers.world);
    this.settings = initialSettings(levers.latencyMs);
    this.failures = new Failures(createRandom(`${levers.world.size.seed}/failures`));
  }

  /** Auth's own levers: tokens, sessions, and what goes wrong with sign-ins. */
  get auth(): AuthControl {
    if (!this.#auth) throw new Error('Auth is not running yet.');
    return this.#auth;
  }

  attachAuth(auth: AuthControl): void {
    this.#auth = auth;
  }

  /** Moves the world's clock; what becomes due by that happens before this returns. */
  advance(milliseconds: number): void {
    this.#levers.world.clock.advance(milliseconds);
  }

  now(): number {
    return this.#levers.world.clock.now();
  }

  advanceMinutes(minutes: number): void {
    this.advance(minutes * 60_000);
  }

  /**
   * A world as at the start, or of another seed or size; no failures, settings as at the start, an empty request
   * log. The clock goes on, and whoever is signed in stays so.
   */
  reset(size: Partial<WorldSize> = {}): void {
    this.#levers.world.reset(size);
    this.failures.clear();
    this.calm();
    this.log.clear();
    Object.assign(this.settings, initialSettings(this.#levers.latencyMs));
  }

  /** The next matching call fails, or as many as asked for. */
  failNext(request: FailureRequest): Failure {
    return this.failures.add(request);
  }

  clearFailures(): void {
    this.failures.clear();
  }

  /** From now on a share of all calls meets a random fault. */
  storm(order: StormOrder = {}): void {
    this.#storm = new Storm(order);
    this.failures.fate = this.#storm;
  }

  /** What the present storm has done so far, or the last one did. */
  stormReport(): StormReport | undefined {
    return this.#storm?.report();
  }

  /** Ends the storm; tells what it did. */
  calm(): StormReport | undefined {
    this.failures.fate = undefined;
    return this.stormReport();
  }

  setLatency(milliseconds: number): void {
    this.settings.latencyMs = milliseconds;
  }

  /** Where refusals carry their authorization parameters from now on. */
  placeAuthorizationParameters(place: ParametersPlace): void {
    this.settings.authorizationParametersPlace = place;
  }

  /** Makes the list of tunnels come in pages, which Globus' documents do not say it does. */
  pageTunnels(size: number | undefined): void {
    this.settings.tunnelPageSize = size;
  }

  /** Which of a tunnel's events come first, and how many at most in one answer: oldest and no limit unless told. */
  tellEvents({ first = 'oldest', size }: EventTelling): void {
    Object.assign(this.settings, { firstEvents: first, eventPageSize: size });
  }

  /** When tunnels take a listener's contact. */
  takeListener(when: ListenerTaking): void {
    this.settings.takesListener = when;
  }

  changeAccessPoint(id: string, change: AccessPointChange): AccessPoint {
    const changed = this.#levers.world.directory.change(id, change);
    if (!changed) throw new RangeError(`There is no stream access point ${id}.`);
    return changed;
  }

  issueToken(order: TokenOrder = {}): AccessToken {
    return issueToken(order, this.#levers.world, this.#levers.tokens);
  }

  /** What the services were asked, oldest first. */
  requests(filter: Partial<Pick<LoggedRequest, 'service' | 'method' | 'path'>> = {}): LoggedRequest[] {
    return this.log
      .all()
      .filter(
        ({ service, method, path }) =>
          (filter.service === undefined || filter.service === service) &&
          (filter.method === undefined || filter.method === method) &&
          (filter.path === undefined || path.startsWith(filter.path)),
      );
  }

  clearRequests(): void {
    this.log.clear();
  }
}
