import { closeSync, fstatSync } from "node:fs";
import {
  installCompressed,
  isRotationDue,
  logBeganAt,
  type LogOwner,
  rotateLog,
  type RotationLimits,
} from "@dpm/captured-log";
import { errnoOf } from "@dpm/launch";
import type { Due } from "./due-times.ts";
import { endLine, isReplaced, openLog } from "./log-file.ts";
import { LogTimes } from "./log-times.ts";
import { type Loss, noLoss } from "./loss.ts";
import { seekEnd } from "./pump-calls.ts";
import type { PumpSource } from "./pump-source.ts";
import type { SinkHost } from "./sink-host.ts";

const mostBytesAtOnce = 1024 * 1024;
const retryMs = 1000;
const lookMs = 1000;
const never = Number.POSITIVE_INFINITY;

/** One log file that FIFOs are pumped into: opened, rotated, indexed, and tried again after a failure. Several FIFOs may share it. */
export class LogSink implements Due {
  readonly path: string;
  /** An array: nearly always it is one. */
  sources: readonly PumpSource[] = [];
  readonly #host: SinkHost;
  readonly #owner: LogOwner;
  #limits: RotationLimits;
  readonly #times: LogTimes;
  /** -1 while it is not open. */
  fd = -1;
  /** Why nothing can be written now; null: it can. */
  failure: string | null = null;
  triedAtMs: number = -never;
  dueMs: number = never;
  /** What was dropped since the last byte that was written. */
  lost: Loss = noLoss;
  #announced = false;
  #reason = "";
  #isFile = false;
  #size = 0;
  /** At this size rotation is tried. */
  #rotateAt = never;
  /** Wall clock; null: no byte yet, or not asked. */
  #beganAtMs: number | null = null;
  #batchStart = 0;
  #lookedAtMs: number = -never;

  constructor(
    host: SinkHost,
    log: { readonly path: string; readonly owner: LogOwner; readonly limits: RotationLimits },
  ) {
    this.#host = host;
    this.path = log.path;
    this.#times = new LogTimes(log.path);
    this.#owner = log.owner;
    this.#limits = log.limits;
  }

  /** Opens the file, after finishing a rotation that was broken off. Null, or the error's name. */
  open(): string | null {
    try {
      this.#take(this.#host.logs.open(this, () => openLog(this.#host, this.path, this.#owner)));
      return null;
    } catch (error) {
      return errnoOf(error);
    }
  }

  /** A FIFO goes to it from now on. */
  join(source: PumpSource): void {
    this.sources = this.sources.length === 0 ? [source] : [...this.sources, source];
  }

  /** It does no longer. */
  part(source: PumpSource): void {
    this.sources = this.sources.filter((other) => other !== source);
  }

  /** Changes when it is rotated. */
  limit(limits: RotationLimits): void {
    this.#limits = limits;
    if (this.#wake()) this.#plan();
  }

  /** Puts the position at the file's end, wherever others have left that. Called before bytes are moved; they are `room()` at most. */
  begin(): void {
    this.#batchStart = this.#size;
    if (!this.#wake()) return;
    this.#host.logs.used(this);
    this.#look();
    if (this.#isFile && this.fd >= 0) this.#size = seekEnd(this.fd);
    this.#batchStart = this.#size;
  }

  /** How many bytes may be moved now; rotates first when it is time. 0 when that failed, and `failure` says why. */
  room(): number {
    if (this.failure === null && this.#size >= this.#rotateAt) this.#rotate();
    if (this.#hasFailed()) return 0;
    return Math.min(mostBytesAtOnce, this.#rotateAt - this.#size);
  }

  /** So many bytes were moved. */
  moved(bytes: number): void {
    this.#size += bytes;
  }

  /** After bytes were moved: notes when, and what was lost before them. */
  end(nowMs: number): void {
    if (this.#size === this.#batchStart || !this.#isFile) return;
    if (this.lost.bytes > 0) this.#noteLost();
    if (this.#limits.maxAgeMs !== null && this.#beganAtMs === null) {
      this.#beganAtMs = Date.now();
      this.#schedule();
    }
    if (this.#times.grown(this.#size, nowMs)) this.#schedule();
  }

  /** Writing failed; it is tried again every second until it works. */
  fail(errno: string): void {
    this.failure = errno;
    this.#reason = errno;
    this.triedAtMs = performance.now();
    if (!this.#announced) this.#host.tell({ kind: "failing", path: this.path, errno });
    this.#announced = true;
    this.#schedule();
  }

  /** Tries to write again all that waits. */
  retry(nowMs: number): void {
    this.triedAtMs = nowMs;
    this.tellDropped();
    const errno = this.fd < 0 ? this.open() : this.#endLine();
    if (errno !== null) return this.fail(errno);
    this.failure = null;
    for (const source of this.sources) {
      // One failure is enough: the others wait for the next try.
      if (this.#hasFailed()) return;
      this.#host.pumpAgain(source);
    }
    if (this.#hasFailed() || !this.#announced) return;
    this.begin();
    if (this.lost.bytes > 0) this.#noteLost();
    this.#announced = false;
    this.#host.tell({ kind: "healed", path: this.path });
    this.#schedule();
  }

  /** Opens the file of its name anew. A file that can't be opened is tried again, and the old one is let go of. */
  reopen(): void {
    this.close();
    const errno = this.open();
    if (errno !== null) this.fail(errno);
  }

  /** Puts compressed files in their places. */
  install(): void {
    try {
      installCompressed(this.path);
    } catch {
      // The next rotation does it.
    }
  }

  due(nowMs: number): void {
    if (this.failure !== null) {
      if (nowMs - this.triedAtMs >= retryMs) this.retry(nowMs);
    } else {
      this.#times.noteRest(this.#size);
      this.#rotateOld();
    }
    this.#schedule();
  }

  /** Closes what is open. */
  close(): void {
    this.#host.logs.closed(this);
    this.rest();
  }

  /** Closes what is open until there is something to write. */
  rest(): void {
    this.#times.noteRest(this.#size);
    this.#times.rest();
    if (this.fd >= 0) closeSync(this.fd);
    this.fd = -1;
  }

  /** Tells what was dropped since that was told last. */
  tellDropped(): void {
    for (const source of this.sources) {
      const { key, dropped } = source;
      if (dropped.bytes === 0) continue;
      this.#host.tell({ kind: "dropped", key, path: this.path, ...dropped });
      source.dropped = noLoss;
    }
  }

  // TypeScript believes that a field stays as it was last tested over a call.
  #hasFailed(): boolean {
    return this.failure !== null;
  }

  // Whether it is open, which it isn't while it fails.
  #wake(): boolean {
    if (this.fd < 0 && this.failure === null) {
      const errno = this.open();
      if (errno !== null) this.fail(errno);
    }
    return this.fd >= 0;
  }

  // Before and not after something is written: whoever writes once an hour would have that in a file that nobody sees any more.
  #look(): void {
    const nowMs = performance.now();
    if (!this.#isFile || nowMs - this.#lookedAtMs < lookMs) return;
    this.#lookedAtMs = nowMs;
    if (isReplaced(this.path, this.fd)) this.reopen();
  }

  // What comes after dropped lines must not be taken for the rest of the line before them.
  #endLine(): string | null {
    return this.lost.bytes === 0 || !this.#isFile ? null : endLine(this.fd);
  }

  #take(fd: number): void {
    this.fd = fd;
    this.#isFile = fstatSync(fd).isFile();
    this.#size = this.#isFile ? seekEnd(fd) : 0;
    this.#batchStart = this.#size;
    this.#lookedAtMs = performance.now();
    this.#plan();
  }

  #plan(): void {
    const { maxBytes, maxAgeMs } = this.#limits;
    this.#rotateAt = this.#isFile && maxBytes !== null ? Math.max(1, maxBytes) : never;
    const isAged = this.#isFile && maxAgeMs !== null && this.#size > 0;
    this.#beganAtMs = isAged ? (logBeganAt(this.path) ?? Date.now()) : null;
    this.#schedule();
  }

  #noteLost(): void {
    const dropped = { ...this.lost, errno: this.#reason };
    if (this.#isFile) this.#times.noteDropped(this.#batchStart, dropped);
    this.lost = noLoss;
  }

  #rotateOld(): void {
    if (this.#beganAtMs === null) return;
    this.begin();
    if (this.fd < 0) return;
    if (this.#size === 0) this.#beganAtMs = null;
    const log = { size: this.#size, beganAtMs: this.#beganAtMs, nowMs: Date.now() };
    if (isRotationDue(log, { ...this.#limits, maxBytes: null })) this.#rotate();
  }

  #rotate(): void {
    this.#times.noteRest(this.#size);
    const before = this.fd;
    try {
      if (isReplaced(this.path, before)) return this.reopen();
      this.#times.close();
      const fd = rotateLog(this.path, this.#limits, before);
      if (fd === before) return this.#rotateLater();
      this.#take(fd);
      this.#times.beginAnew();
      this.#host.tell({ kind: "rotated", path: this.path });
    } catch {
      // What is in the file stays there, it only grows past its size for now.
      this.reopen();
      this.#rotateLater();
    }
  }

  #rotateLater(): void {
    this.#rotateAt = this.#size + mostBytesAtOnce;
    if (this.#beganAtMs !== null) this.#beganAtMs += 1000;
    this.#schedule();
  }

  #schedule(): void {
    let wanted = this.#times.dueMs;
    if (this.failure !== null) wanted = this.triedAtMs + retryMs;
    else {
      const { maxAgeMs } = this.#limits;
      if (maxAgeMs !== null && this.#beganAtMs !== null) {
        const inMs = Math.max(0, this.#beganAtMs + maxAgeMs - Date.now());
        wanted = Math.min(wanted, performance.now() + inMs);
      }
    }
    this.#host.dueTimes.set(this, wanted);
  }
}
