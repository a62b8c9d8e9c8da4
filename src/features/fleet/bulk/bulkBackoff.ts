import { abortableDelay } from '../../../api/http/abortableDelay.ts';
import { throttlePauseMs } from '../../../api/http/retry.ts';

/** Pauses a run whenever Globus asks to slow down. */
export class BulkBackoff {
  readonly #onPause: () => void;
  readonly #signal: AbortSignal;
  /** The end of the last pause, in milliseconds since the epoch; 0 before the first. */
  untilMs = 0;
  #inARow = 0;

  /**
   * @param onPause called when the run pauses, or pauses for longer
   * @param signal ends every pause
   */
  constructor(onPause: () => void, signal: AbortSignal) {
    this.#onPause = onPause;
    this.#signal = signal;
  }

  /** Returns a promise to wait for if the error asks for a pause. Requests refused at the same time share one pause. */
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

  /** Notes that a request succeeded: the next pause starts short again. */
  reset(): void {
    this.#inARow = 0;
  }
}
