import type { AuthControl } from '../auth/authControl.ts';
import { Chaos, type ChaosOptions, type ChaosReport } from '../serving/chaos.ts';
import type { ActiveFailure, FailureRule } from '../serving/failureRules.ts';
import { FailureRules } from '../serving/failureRules.ts';
import type { LoggedRequest } from '../serving/requestLog.ts';
import { RequestLog } from '../serving/requestLog.ts';
import type {
  AuthorizationParametersLocation,
  EventSort,
  ListenerContactPolicy,
  ServiceSettings,
} from '../serving/serviceSettings.ts';
import { initialServiceSettings } from '../serving/serviceSettings.ts';
import { createRandom } from '../world/random.ts';
import type { AccessPointUpdate } from '../world/siteDirectory.ts';
import type { AccessPoint } from '../world/sites.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World, WorldOptions } from '../world/world.ts';
import type { IssueTokenRequest } from './issueToken.ts';
import { issueToken } from './issueToken.ts';
import { TunnelCommands } from './tunnelCommands.ts';

interface ControlDeps {
  world: World;
  tokens: TokenStore;
  latencyMs: number;
}

/** How events are told from now on. */
interface EventPaging {
  sort?: EventSort | undefined;
  size?: number | undefined;
}

/** Everything a test or a curious person can do to a sandbox; the control endpoints call the same functions. */
export class SandboxControl {
  readonly tunnels: TunnelCommands;
  readonly settings: ServiceSettings;
  readonly failures: FailureRules;
  readonly requestLog = new RequestLog();
  readonly #deps: ControlDeps;
  #auth: AuthControl | undefined;
  #chaos: Chaos | undefined;

  constructor(deps: ControlDeps) {
    this.#deps = deps;
    this.tunnels = new TunnelCommands(deps.world);
    this.settings = initialServiceSettings(deps.latencyMs);
    this.failures = new FailureRules(createRandom(`${deps.world.options.seed}/failures`));
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
  advanceMs(milliseconds: number): void {
    this.#deps.world.clock.advance(milliseconds);
  }

  now(): number {
    return this.#deps.world.clock.now();
  }

  advanceMinutes(minutes: number): void {
    this.advanceMs(minutes * 60_000);
  }

  /**
   * A world as at the start, or of another seed or size; no failures, settings as at the start, an empty request
   * log. The clock goes on, and whoever is signed in stays so.
   */
  reset(size: Partial<WorldOptions> = {}): void {
    this.#deps.world.reset(size);
    this.failures.clear();
    this.stopChaos();
    this.requestLog.clear();
    Object.assign(this.settings, initialServiceSettings(this.#deps.latencyMs));
  }

  /** The next matching call fails, or as many as asked for. */
  failNext(request: FailureRule): ActiveFailure {
    return this.failures.add(request);
  }

  clearFailures(): void {
    this.failures.clear();
  }

  /** From now on a share of all calls meets a random fault. */
  startChaos(order: ChaosOptions = {}): void {
    this.#chaos = new Chaos(order);
    this.failures.chaos = this.#chaos;
  }

  /** What the present storm has done so far, or the last one did. */
  chaosReport(): ChaosReport | undefined {
    return this.#chaos?.report();
  }

  /** Ends the storm; tells what it did. */
  stopChaos(): ChaosReport | undefined {
    this.failures.chaos = undefined;
    return this.chaosReport();
  }

  setLatencyMs(milliseconds: number): void {
    this.settings.latencyMs = milliseconds;
  }

  /** Where refusals carry their authorization parameters from now on. */
  setAuthorizationParametersLocation(place: AuthorizationParametersLocation): void {
    this.settings.authorizationParametersLocation = place;
  }

  /** Makes the list of tunnels come in pages, which Globus' documents do not say it does. */
  setTunnelPageSize(size: number | undefined): void {
    this.settings.tunnelPageSize = size;
  }

  /** Which of a tunnel's events come first, and how many at most in one answer: oldest and no limit unless told. */
  setEventPaging({ sort = 'oldest', size }: EventPaging): void {
    Object.assign(this.settings, { eventSort: sort, eventPageSize: size });
  }

  /** When tunnels take a listener's contact. */
  setListenerContactPolicy(when: ListenerContactPolicy): void {
    this.settings.listenerContactPolicy = when;
  }

  updateAccessPoint(id: string, change: AccessPointUpdate): AccessPoint {
    const changed = this.#deps.world.sites.updateAccessPoint(id, change);
    if (!changed) throw new RangeError(`There is no stream access point ${id}.`);
    return changed;
  }

  issueToken(order: IssueTokenRequest = {}): AccessToken {
    return issueToken(order, this.#deps.world, this.#deps.tokens);
  }

  /** What the services were asked, oldest first. */
  requests(filter: Partial<Pick<LoggedRequest, 'service' | 'method' | 'path'>> = {}): LoggedRequest[] {
    return this.requestLog
      .all()
      .filter(
        ({ service, method, path }) =>
          (filter.service === undefined || filter.service === service) &&
          (filter.method === undefined || filter.method === method) &&
          (filter.path === undefined || path.startsWith(filter.path)),
      );
  }

  clearRequests(): void {
    this.requestLog.clear();
  }
}
