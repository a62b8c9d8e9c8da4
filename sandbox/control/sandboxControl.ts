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
  TransferChoices,
} from '../serving/serviceSettings.ts';
import { initialServiceSettings } from '../serving/serviceSettings.ts';
import { createRandom } from '../world/random.ts';
import type { AccessPointUpdate } from '../world/siteDirectory.ts';
import type { AccessPoint } from '../world/sites.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World, WorldOptions } from '../world/world.ts';
import type { IssueTokenRequest } from './issueToken.ts';
import { issueToken } from './issueToken.ts';
import { SiteCommands } from './siteCommands.ts';
import { TunnelCommands } from './tunnelCommands.ts';

interface ControlDeps {
  world: World;
  tokens: TokenStore;
  latencyMs: number;
}

/** How the list of events is sorted and paged. */
interface EventPaging {
  sort?: EventSort | undefined;
  size?: number | undefined;
}

/** Everything that tests and people can do to a running sandbox. The control API calls the same functions. */
export class SandboxControl {
  readonly tunnels: TunnelCommands;
  readonly sites: SiteCommands;
  readonly settings: ServiceSettings;
  readonly failures: FailureRules;
  readonly requestLog = new RequestLog();
  readonly #deps: ControlDeps;
  #auth: AuthControl | undefined;
  #chaos: Chaos | undefined;

  constructor(deps: ControlDeps) {
    this.#deps = deps;
    this.tunnels = new TunnelCommands(deps.world);
    this.sites = new SiteCommands(deps.world);
    this.settings = initialServiceSettings(deps.latencyMs);
    this.failures = new FailureRules(createRandom(`${deps.world.options.seed}/failures`));
  }

  /** Controls tokens, sessions and sign-in faults. */
  get auth(): AuthControl {
    if (!this.#auth) throw new Error('Auth is not running yet.');
    return this.#auth;
  }

  attachAuth(auth: AuthControl): void {
    this.#auth = auth;
  }

  /** Advances the simulated clock. Everything that becomes due happens before this returns. */
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
   * Generates a new world, by default with the same seed and size. Also removes failures, chaos and the request log,
   * and resets the settings. The clock keeps its time and sessions stay valid.
   */
  reset(size: Partial<WorldOptions> = {}): void {
    this.#deps.world.reset(size);
    this.failures.clear();
    this.stopChaos();
    this.requestLog.clear();
    Object.assign(this.settings, initialServiceSettings(this.#deps.latencyMs));
  }

  /** Makes the next matching request fail, or as many as `count` says. */
  failNext(request: FailureRule): ActiveFailure {
    return this.failures.add(request);
  }

  clearFailures(): void {
    this.failures.clear();
  }

  /** Makes random requests fail in random ways from now on. */
  startChaos(options: ChaosOptions = {}): void {
    this.#chaos = new Chaos(options);
    this.failures.chaos = this.#chaos;
  }

  /** Returns what the current or the last chaos did; undefined if there was none. */
  chaosReport(): ChaosReport | undefined {
    return this.#chaos?.report();
  }

  /** Stops chaos and returns what it did. */
  stopChaos(): ChaosReport | undefined {
    this.failures.chaos = undefined;
    return this.chaosReport();
  }

  setLatencyMs(milliseconds: number): void {
    this.settings.latencyMs = milliseconds;
  }

  /** Sets where refusals have their authorization parameters. */
  setAuthorizationParametersLocation(location: AuthorizationParametersLocation): void {
    this.settings.authorizationParametersLocation = location;
  }

  /** Splits the list of tunnels into pages, which Globus doesn't document. Undefined: one page. */
  setTunnelPageSize(size: number | undefined): void {
    this.settings.tunnelPageSize = size;
  }

  /** Sets which events of a tunnel come first, and the maximum number on a page. Default: oldest, no maximum. */
  setEventPaging({ sort = 'oldest', size }: EventPaging): void {
    Object.assign(this.settings, { eventSort: sort, eventPageSize: size });
  }

  /** Sets when tunnels accept a listener address. */
  setListenerContactPolicy(policy: ListenerContactPolicy): void {
    this.settings.listenerContactPolicy = policy;
  }

  /** Changes some of the answers that the documentation of Transfer leaves open. */
  setTransferChoices(choices: Partial<TransferChoices>): void {
    Object.assign(this.settings.choices, choices);
  }

  /** @throws RangeError if there is no such access point */
  updateAccessPoint(id: string, update: AccessPointUpdate): AccessPoint {
    const updated = this.#deps.world.sites.updateAccessPoint(id, update);
    if (!updated) throw new RangeError(`There is no stream access point ${id}.`);
    return updated;
  }

  issueToken(request: IssueTokenRequest = {}): AccessToken {
    return issueToken(request, this.#deps.world, this.#deps.tokens);
  }

  /** Returns the requests to the services, oldest first. `path` is a prefix. */
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
