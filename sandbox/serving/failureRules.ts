import type { Random } from '../world/random.ts';
import type { Corruption } from './corruptBody.ts';
import type { ServiceName } from './serviceName.ts';

/** Which requests fail, and how. A field that is left out matches every request, or keeps the real response. */
export interface FailureRule {
  service?: ServiceName;
  method?: string;
  /** A prefix of the path. A text that starts with `^` is a regular expression for the path with its query. */
  path?: string | RegExp;
  /** How many matching requests fail; null: all. Default 1, or null with `every` or `probability`. */
  count?: number | null;
  /** Only every nth matching request fails. */
  every?: number;
  /** Matching requests fail with this probability, drawn from the seed of the world. */
  probability?: number;
  /** Respond with this status in place of the real response. */
  status?: number;
  /** Error code of the replacement response, for example `ExternalError`. */
  code?: string;
  /** The `detail` document of GCS Manager's replacement response, with its DATA_TYPE. */
  typedDetail?: object;
  /** Refuse with these parameters, at the location set in `ServiceSettings`. Default status 403. */
  authorizationParameters?: Record<string, unknown>;
  /** Body of the replacement response: text as it is, anything else as JSON. Default: an error of that service. */
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
  /** Execute the request, and respond with the failure all the same. */
  executed?: boolean;
  delayMs?: number;
  /** Holds the response back until this settles; for tests in the same process. */
  heldUntil?: Promise<unknown>;
  /** Close the connection: before the request is executed, in the middle of the response, or before the response. */
  disconnect?: 'before' | 'during' | 'after';
  /** Send only the first half of the body, with a matching Content-Length. */
  truncate?: boolean;
  /** Corrupt the real response in one of the ways of corruptBody.ts. */
  corrupt?: Corruption;
  /** False: leave out the headers that let a page of another origin read the response. */
  cors?: boolean;
}

export interface ActiveFailure extends FailureRule {
  id: number;
  /** How many more requests fail; null: all. */
  remaining: number | null;
  /** Number of requests that failed. */
  hits: number;
}

/** The failure of one request, and the random numbers for its details. */
export interface AppliedFailure extends FailureRule {
  random: Random;
}

export interface ServiceCall {
  service: ServiceName;
  method: string;
  /** Includes the query. */
  path: string;
}

/** Picks a failure for requests that match no rule. */
interface FaultPicker {
  pickFault(call: ServiceCall): AppliedFailure | undefined;
}

/** The failures that tests have set up. */
export class FailureRules {
  /** Applies to requests that match no rule. */
  chaos: FaultPicker | undefined;
  #failures: (ActiveFailure & { matched: number })[] = [];
  #lastId = 0;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  add(request: FailureRule): ActiveFailure {
    this.#lastId += 1;
    const isUnlimited = request.every !== undefined || request.probability !== undefined;
    const remaining = request.count === undefined ? (isUnlimited ? null : 1) : request.count;
    const failure = { ...request, id: this.#lastId, remaining, hits: 0, matched: 0 };
    this.#failures.push(failure);
    return failure;
  }

  /** Returns the failure for this request, if any, and counts it. The first rule that matches wins. */
  consume(call: ServiceCall): AppliedFailure | undefined {
    for (const failure of this.#failures) {
      if (failure.remaining === 0 || !matches(failure, call)) continue;
      failure.matched += 1;
      if (failure.every !== undefined && failure.matched % failure.every !== 0) continue;
      if (failure.probability !== undefined && !this.#random.chance(failure.probability)) continue;
      failure.hits += 1;
      if (failure.remaining !== null) failure.remaining -= 1;
      return { ...failure, random: this.#random };
    }
    return this.chaos?.pickFault(call);
  }

  all(): ActiveFailure[] {
    return this.#failures.map(({ matched: _, ...failure }) => failure);
  }

  clear(): void {
    this.#failures = [];
  }
}

function matches({ service, method, path }: FailureRule, call: ServiceCall): boolean {
  if (service !== undefined && service !== call.service) return false;
  // A preflight isn't the request itself. Only a rule for the method OPTIONS matches it.
  if (method === undefined ? call.method === 'OPTIONS' : method.toUpperCase() !== call.method) return false;
  if (path === undefined) return true;
  if (typeof path !== 'string')
    return new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(call.path);
  return path.startsWith('^') ? new RegExp(path).test(call.path) : call.path.startsWith(path);
}
