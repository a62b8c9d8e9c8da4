import type { Random } from '../world/random.ts';
import type { Corruption } from './corruptBody.ts';
import type { ServiceName } from './serviceName.ts';

/** What goes wrong with which calls. What is left out matches every call, or stays as it would be. */
export interface FailureRule {
  service?: ServiceName;
  method?: string;
  /** Begins so; a text that begins with `^` is a regular expression over path and query. */
  path?: string | RegExp;
  /** How many matching calls; null: until told otherwise. Default 1, with `every` or `probability` null. */
  count?: number | null;
  /** Only every nth matching call. */
  every?: number;
  /** Only this part of the matching calls, drawn from the world's seed. */
  probability?: number;
  /** Answer with this status in place of the real answer. */
  status?: number;
  /** Error code of the made-up answer, `ExternalError` for example. */
  code?: string;
  /** The answer is a refusal with these, where control says that they stand; status 403 unless given. */
  authorizationParameters?: Record<string, unknown>;
  /** The answer's body: text as it is, anything else as JSON. Default: an error in the service's own form. */
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
  /** Do what was asked, and then answer wrongly all the same. */
  executed?: boolean;
  delayMs?: number;
  /** Cut the connection: before anything is done, in the middle of the answer, or when all is done. */
  disconnect?: 'before' | 'during' | 'after';
  /** Only the first half of the body, as if that were all. */
  truncate?: boolean;
  /** The real answer, broken in one of the ways of spoiledAnswer.ts. */
  corrupt?: Corruption;
  /** False: the answer lacks the headers that let a page of another origin read it. */
  cors?: boolean;
}

export interface ActiveFailure extends FailureRule {
  id: number;
  /** Null: without end. */
  remaining: number | null;
  /** Calls it happened to. */
  hits: number;
}

/** What happens to one call, and the source of chance for its details. */
export interface AppliedFailure extends FailureRule {
  random: Random;
}

export interface ServiceCall {
  service: ServiceName;
  method: string;
  /** With the query. */
  path: string;
}

/** Decides about calls that no failure was asked for. */
interface FaultPicker {
  pickFault(call: ServiceCall): AppliedFailure | undefined;
}

/** The failures that have been asked for and have not all happened yet. */
export class FailureRules {
  /** Whether something happens to all other calls. */
  chaos: FaultPicker | undefined;
  #failures: (ActiveFailure & { matched: number })[] = [];
  #lastId = 0;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  add(request: FailureRule): ActiveFailure {
    this.#lastId += 1;
    const isEndless = request.every !== undefined || request.probability !== undefined;
    const remaining = request.count === undefined ? (isEndless ? null : 1) : request.count;
    const failure = { ...request, id: this.#lastId, remaining, hits: 0, matched: 0 };
    this.#failures.push(failure);
    return failure;
  }

  /** What happens to this call, if anything; it counts as having happened. The first that matches wins. */
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
  // A browser's preflight is not the call itself; ask for OPTIONS to hit it.
  if (method === undefined ? call.method === 'OPTIONS' : method.toUpperCase() !== call.method) return false;
  if (path === undefined) return true;
  if (typeof path !== 'string')
    return new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(call.path);
  return path.startsWith('^') ? new RegExp(path).test(call.path) : call.path.startsWith(path);
}
