import { createTimeIndex, type Dropped, type TimeIndex } from "@dpm/captured-log";

const never = Number.POSITIVE_INFINITY;
const indexGrainMs = 10;

/** When what came: notes it in the time index of a log, no more often than every few milliseconds. */
export class LogTimes {
  readonly #path: string;
  /** Made when there is something to note: most logs of a thousand are quiet. */
  #index: TimeIndex | null = null;
  #notedAtMs: number = -never;
  #isNoted = true;

  constructor(path: string) {
    this.#path = path;
  }

  /** When the next note is due; Infinity: nothing is to be noted. */
  get dueMs(): number {
    return this.#isNoted ? never : this.#notedAtMs + indexGrainMs;
  }

  /** The log is so long now. Answers whether that is to be noted later, which it wasn't before. */
  grown(size: number, nowMs: number): boolean {
    if (nowMs - this.#notedAtMs >= indexGrainMs) {
      this.#note(size, nowMs);
      return false;
    }
    const isLater = this.#isNoted;
    this.#isNoted = false;
    return isLater;
  }

  /** Notes what is still to be noted of a log that is so long. */
  noteRest(size: number): void {
    if (!this.#isNoted) this.#note(size, performance.now());
  }

  /** At this offset something is missing. */
  noteDropped(offset: number, dropped: Dropped): void {
    this.#opened().noteDropped(offset, Date.now() * 1000, dropped);
  }

  /** Gives the descriptor back. */
  close(): void {
    this.#index?.close();
  }

  /** Gives back what a log at rest doesn't need: those of ten thousand would be most of what the thread takes. */
  rest(): void {
    this.#index?.close();
    if (this.#index?.isBehind === false) this.#index = null;
  }

  /** The log has begun anew. */
  beginAnew(): void {
    this.#index = null;
    this.#notedAtMs = -never;
  }

  #note(size: number, nowMs: number): void {
    this.#notedAtMs = nowMs;
    this.#isNoted = true;
    this.#opened().note(size, Date.now() * 1000);
  }

  #opened(): TimeIndex {
    return (this.#index ??= createTimeIndex(this.#path));
  }
}
