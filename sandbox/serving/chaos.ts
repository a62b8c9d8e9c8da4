import { createRandom, type Random } from '../world/random.ts';
import type { AppliedFailure, FailureRule, ServiceCall } from './failureRules.ts';

interface Fault {
  /** What happens, with its details drawn by chance. */
  happens: (random: Random) => FailureRule;
  /** Which calls it can happen to; left out: all. */
  fits?: (call: ServiceCall) => boolean;
  /** How many times as easily it is drawn as another one; 1 unless given. */
  weight?: number;
}

const isWrite = ({ method }: ServiceCall) => method !== 'GET' && method !== 'HEAD';
const isJsonApi = ({ service, path }: ServiceCall) => service === 'transfer' && path.startsWith('/v2/');
const status = (code: number): Fault => ({ happens: () => ({ status: code }) });
const inSeconds = (seconds: number) => ({ 'Retry-After': String(seconds) });

/** Everything that a storm does. Pauses are short, so that a storm of two minutes holds many of each. */
const FAULTS = {
  '401': status(401),
  '403': status(403),
  '404': status(404),
  '409': status(409),
  '422': { happens: (random) => ({ status: 422, body: findingsAbout(random) }) },
  '429': { happens: (random) => ({ status: 429, headers: inSeconds(random.integer(1, 3)) }) },
  '500': status(500),
  '502-html': { happens: () => ({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }) },
  '503': { happens: (random) => ({ status: 503, headers: random.chance(0.5) ? inSeconds(1) : {} }) },
  'disconnect-before': { happens: () => ({ disconnect: 'before' }) },
  'disconnect-during': { happens: () => ({ disconnect: 'during' }) },
  // Done, and nobody is told: what makes people, and careless clients, do a thing twice.
  'response-lost': { happens: () => ({ disconnect: 'after' }), fits: isWrite, weight: 6 },
  'executed-but-500': { happens: () => ({ status: 500, executed: true }), fits: isWrite, weight: 6 },
  truncated: { happens: () => ({ truncate: true }) },
  nulls: { happens: () => ({ corrupt: 'nulls' }), fits: isJsonApi },
  types: { happens: () => ({ corrupt: 'types' }), fits: isJsonApi },
  parts: { happens: () => ({ corrupt: 'parts' }) },
  states: {
    happens: () => ({ corrupt: 'states' }),
    fits: (call) => isJsonApi(call) && /^\/v2\/tunnels(?!.*\/events)/.test(call.path),
  },
  slow: { happens: (random) => ({ delayMs: random.integer(500, 4000) }) },
} satisfies Record<string, Fault>;

export type FaultKind = keyof typeof FAULTS;

export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];

/** What kind of storm. */
export interface ChaosOptions {
  /** The same calls meet the same faults again under the same seed. Default 'storm'. */
  seed?: string;
  /** Which part of the calls something happens to, 0 to 1. Default 0.3. */
  probability?: number;
  /** Default: all. */
  kinds?: readonly FaultKind[];
}

/** What a storm did. */
export interface ChaosReport {
  seed: string;
  /** Calls that it could have hit. */
  calls: number;
  hits: Record<FaultKind, number>;
}

/** Of so many kinds drawn by chance the one happens that has happened least: none is left out for long. */
const DRAWS = [1, 2, 3];

/**
 * A random fault for a share of all calls of Transfer, GCS Manager and Auth's identities; signing in is spared. The
 * same calls in the same order meet the same faults again under the same seed.
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

  /** What happens to this call, if anything. */
  pickFault(call: ServiceCall): AppliedFailure | undefined {
    if (call.method === 'OPTIONS') return undefined;
    if (call.service === 'auth' && !call.path.startsWith('/v2/api/identities')) return undefined;
    this.#calls += 1;
    const random = this.#random;
    const [first, ...others] = this.#kinds.flatMap((kind) => {
      const { fits, weight = 1 }: Fault = FAULTS[kind];
      return fits && !fits(call) ? [] : Array<FaultKind>(weight).fill(kind);
    });
    if (first === undefined || !random.chance(this.#probability)) return undefined;
    const kind = DRAWS.map(() => random.pick([first, ...others])).reduce((rarest, drawn) =>
      this.#hits[drawn] < this.#hits[rarest] ? drawn : rarest,
    );
    this.#hits[kind] += 1;
    return { ...FAULTS[kind].happens(random), random };
  }

  report(): ChaosReport {
    return { seed: this.#seed, calls: this.#calls, hits: { ...this.#hits } };
  }
}

/** A refusal in pydantic's form, of one field of a request or another. */
function findingsAbout(random: Random): object {
  const field = random.pick(['label', 'lifetime_mins', 'listener_port', 'no_such_field']);
  return {
    detail: [
      { loc: ['body', 'data', 'attributes', field], msg: 'Input should be valid', type: 'value_error' },
    ],
  };
}
