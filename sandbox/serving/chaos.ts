import { createRandom, type Random } from '../world/random.ts';
import type { AppliedFailure, FailureRule, ServiceCall } from './failureRules.ts';

interface Fault {
  /** Returns the failure, with random details. */
  failure: (random: Random) => FailureRule;
  /** Whether the fault can happen to a request. Default: to every request. */
  appliesTo?: (call: ServiceCall) => boolean;
  /** How often the fault is drawn in relation to the others. Default 1. */
  weight?: number;
}

const isWrite = ({ method }: ServiceCall) => method !== 'GET' && method !== 'HEAD';
const isJsonApi = ({ service, path }: ServiceCall) => service === 'transfer' && path.startsWith('/v2/');
const status = (code: number): Fault => ({ failure: () => ({ status: code }) });
const retryAfter = (seconds: number) => ({ 'Retry-After': String(seconds) });

/** Every kind of fault. Delays are short, so that a run of two minutes has many faults of each kind. */
const FAULTS = {
  '401': status(401),
  '403': status(403),
  '404': status(404),
  '409': status(409),
  '422': { failure: (random) => ({ status: 422, body: validationErrorDocument(random) }) },
  '429': { failure: (random) => ({ status: 429, headers: retryAfter(random.integer(1, 3)) }) },
  '500': status(500),
  '502-html': { failure: () => ({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }) },
  '503': { failure: (random) => ({ status: 503, headers: random.chance(0.5) ? retryAfter(1) : {} }) },
  'disconnect-before': { failure: () => ({ disconnect: 'before' }) },
  'disconnect-during': { failure: () => ({ disconnect: 'during' }) },
  // The request is executed but the caller sees a failure. This is what makes people and careless clients repeat it.
  'response-lost': { failure: () => ({ disconnect: 'after' }), appliesTo: isWrite, weight: 6 },
  'executed-but-500': { failure: () => ({ status: 500, executed: true }), appliesTo: isWrite, weight: 6 },
  truncated: { failure: () => ({ truncate: true }) },
  nulls: { failure: () => ({ corrupt: 'nulls' }), appliesTo: isJsonApi },
  types: { failure: () => ({ corrupt: 'types' }), appliesTo: isJsonApi },
  parts: { failure: () => ({ corrupt: 'parts' }) },
  states: {
    failure: () => ({ corrupt: 'states' }),
    appliesTo: (call) => isJsonApi(call) && /^\/v2\/tunnels(?!.*\/events)/.test(call.path),
  },
  slow: { failure: (random) => ({ delayMs: random.integer(500, 4000) }) },
} satisfies Record<string, Fault>;

export type FaultKind = keyof typeof FAULTS;

export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];

/** How many requests fail, and how. */
export interface ChaosOptions {
  /** With the same seed, the same sequence of requests gets the same faults. Default 'storm'. */
  seed?: string;
  /** The probability that a request fails, from 0 to 1. Default 0.3. */
  probability?: number;
  /** The kinds of fault to choose from. Default: all. */
  kinds?: readonly FaultKind[];
}

/** What chaos has done so far. */
export interface ChaosReport {
  seed: string;
  /** Number of requests that could have failed. */
  calls: number;
  /** Number of requests that failed, by kind of fault. */
  hits: Record<FaultKind, number>;
}

/** Of this many kinds drawn at random, the one that has happened least is used, so that none stays rare for long. */
const DRAW_COUNT = 3;

/**
 * Makes a random part of all requests to Transfer, GCS Manager and the identities API of Auth fail. Sign-in requests
 * never fail. With the same seed, the same sequence of requests gets the same faults.
 */
export class Chaos {
  readonly #seed: string;
  readonly #probability: number;
  readonly #kinds: readonly FaultKind[];
  readonly #random: Random;
  readonly #hits = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  #calls = 0;

  constructor({ seed = 'storm', probability = 0.3, kinds = FAULT_KINDS }: ChaosOptions) {
    this.#seed = seed;
    this.#probability = probability;
    this.#kinds = kinds;
    this.#random = createRandom(`${seed}/storm`);
  }

  /** Returns the failure that this request gets, or undefined if it gets none. */
  pickFault(call: ServiceCall): AppliedFailure | undefined {
    if (call.method === 'OPTIONS') return undefined;
    if (call.service === 'auth' && !call.path.startsWith('/v2/api/identities')) return undefined;
    this.#calls += 1;
    const random = this.#random;
    const [first, ...others] = this.#kinds.flatMap((kind) => {
      const { appliesTo, weight = 1 }: Fault = FAULTS[kind];
      return appliesTo && !appliesTo(call) ? [] : Array<FaultKind>(weight).fill(kind);
    });
    if (first === undefined || !random.chance(this.#probability)) return undefined;
    const draws = Array.from({ length: DRAW_COUNT }, () => random.pick([first, ...others]));
    const kind = draws.reduce((rarest, drawn) => (this.#hits[drawn] < this.#hits[rarest] ? drawn : rarest));
    this.#hits[kind] += 1;
    return { ...FAULTS[kind].failure(random), random };
  }

  report(): ChaosReport {
    return { seed: this.#seed, calls: this.#calls, hits: { ...this.#hits } };
  }
}

/** Returns a validation error in the form of pydantic, about a random field of the request. */
function validationErrorDocument(random: Random): object {
  const field = random.pick(['label', 'lifetime_mins', 'listener_port', 'no_such_field']);
  return {
    detail: [
      { loc: ['body', 'data', 'attributes', field], msg: 'Input should be valid', type: 'value_error' },
    ],
  };
}
