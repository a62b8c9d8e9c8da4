import { abortableDelay } from '../../../api/http/abortableDelay.ts';
import { throttlePauseMs } from '../../../api/http/retry.ts';

/** Holds a run up whenever Globus asks to be left alone for a while. */
export class BulkBackoff {
  readonly #onPause: () => void;
  readonly #signal: AbortSignal;
  /** The end of the last wait, milliseconds since the epoch; 0 before the first. */
  untilMs = 0;
  #inARow = 0;

  /**
   * @param onPause told when all of it waits, or waits longer
   * @param signal ends every wait
   */
  constructor(onPause: () => void, signal: AbortSignal) {
    this.#onPause = onPause;
    this.#signal = signal;
  }

  /** A wait, where an error asks for one. Several calls that are refused at once are one pause. */
  waitAfter(error: unknown): Promise<void> | null {
    const now = Date.now();
    const isPaused = now < this.untilMs;
    const ms = throttlePauseMs(error, this.#inARow - Number(isPaused));
    if (ms === null) return null;
    if (!isPaused) this.#inARow += 1;
    if (now + ms > this.untilMs) {
      this.untilMs = now + ms;
      this.#onPause();
    }
    return abortableDelay(this.untilMs - now, this.#signal);
  }

  /** A call succeeded: the next pause is a first one again. */
  reset(): void {
    this.#inARow = 0;
  }
}
