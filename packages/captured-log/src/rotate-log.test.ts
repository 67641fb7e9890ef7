import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openLogFile } from "./open-log-file.ts";
import { recoverLog, recoverThrough, rotateLog, rotateThrough } from "./rotate-log.ts";
import type { RotationLimits } from "./rotation-limits.ts";
import { createTimeIndex } from "./time-index.ts";

function limits(changes: Partial<RotationLimits> = {}): RotationLimits {
  return {
    maxBytes: 10,
    maxAgeMs: null,
    backups: 100,
    totalBytes: null,
    compress: false,
    ...changes,
  };
}

/** Writes at the end, as a pump does. */
function append(fd: number, path: string, text: string): void {
  writeSync(fd, text, statSync(path).size);
}

function slotsOf(path: string): string[] {
  const files: string[] = [];
  for (let number = 1; existsSync(`${path}.${number}`); number++)
    files.unshift(readFileSync(`${path}.${number}`, "latin1"));
  return [...files, readFileSync(path, "latin1")];
}

function rotated(path: string, changes: Partial<RotationLimits> = {}): void {
  closeSync(rotateLog(path, limits(changes), openLogFile(path, null)));
}

describe("a rotation", () => {
  test("ends a file at a line's end and begins the next with the unfinished line", () => {
    const path = join(temporaryDirectory(), "out.log");
    const fd = openLogFile(path, null);
    append(fd, path, "one\ntwo\nthr");
    const next = rotateLog(path, limits(), fd);
    append(next, path, "ee\n");
    closeSync(next);
    expect(slotsOf(path)).toEqual(["one\ntwo\n", "three\n"]);
  });

  test("keeps the mode of the log, and the descriptor when nothing has ended yet", () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "no line's end", { mode: 0o604 });
    const fd = openLogFile(path, null);
    expect(rotateLog(path, limits({ maxBytes: 10 }), fd)).toBe(fd);
    append(fd, path, "\n");
    closeSync(rotateLog(path, limits(), fd));
    expect(statSync(path).mode & 0o777).toBe(0o604);
    expect(statSync(path).size).toBe(0);
  });

  test("cuts a line that is longer than twice the size where it is", () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "01234567890123456789");
    rotated(path);
    expect(slotsOf(path)).toEqual(["01234567890123456789", ""]);
  });

  test("looks for a line's end only so far back, and copies no more than that", () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, `line\n${"x".repeat(3 * 1024 * 1024)}`);
    rotated(path, { maxBytes: 2 * 1024 * 1024 });
    expect(existsSync(`${path}.1`)).toBe(false);
    rotated(path, { maxBytes: 1024 * 1024 });
    expect(statSync(path).size).toBe(0);
  });

  test("keeps only so many files, also when fewer are wanted than there are", () => {
    const path = join(temporaryDirectory(), "out.log");
    for (const text of ["1\n", "2\n", "3\n", "4\n", "5\n"]) {
      writeFileSync(path, text);
      rotated(path, { backups: 4 });
    }
    expect(slotsOf(path)).toEqual(["2\n", "3\n", "4\n", "5\n", ""]);
    writeFileSync(path, "6\n");
    rotated(path, { backups: 2 });
    expect(slotsOf(path)).toEqual(["5\n", "6\n", ""]);
    writeFileSync(path, "7\n8");
    rotated(path, { backups: 0 });
    expect(slotsOf(path)).toEqual(["8"]);
  });

  test("keeps no more than what the rotated files may take together", () => {
    const path = join(temporaryDirectory(), "out.log");
    for (const text of ["1234\n", "2\n", "345\n"]) {
      writeFileSync(path, text);
      rotated(path, { totalBytes: 7 });
    }
    expect(slotsOf(path)).toEqual(["2\n", "345\n", ""]);
  });

  test("takes the index along, and the unfinished line keeps its time", () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "one\ntw");
    const index = createTimeIndex(path);
    index.note(6, 1_000_000);
    index.close();
    rotated(path);
    expect(readFileSync(`${path}.1.idx`).readBigUInt64LE(0)).toBe(6n);
    expect(readFileSync(`${path}.idx`).readBigUInt64LE(0)).toBe(2n);
    expect(readFileSync(`${path}.idx`).readBigUInt64LE(8)).toBe(1_000_000n);
  });

  test("opens anew what another program has moved away or removed, and rotates nothing", () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "a long line\n");
    const fd = openLogFile(path, null);
    renameSync(path, `${path}-saved`);
    const next = rotateLog(path, limits(), fd);
    append(next, path, "new\n");
    rmSync(path);
    const last = rotateLog(path, limits(), next);
    append(last, path, "last\n");
    closeSync(last);
    expect(slotsOf(path)).toEqual(["last\n"]);
  });

  test("refuses to begin before a broken one is recovered", () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "one\n");
    writeFileSync(`${path}.tail`, "tw");
    const fd = openLogFile(path, null);
    expect(() => rotateLog(path, limits(), fd)).toThrow(/EEXIST/);
    closeSync(fd);
    recoverLog(path);
    expect(slotsOf(path)).toEqual(["one\n", "tw"]);
  });

  test("writes through no file that was prepared under the name of the tail", () => {
    const folder = temporaryDirectory();
    const path = join(folder, "out.log");
    writeFileSync(path, "one\ntwo");
    writeFileSync(join(folder, "victim"), "untouched");
    linkSync(join(folder, "victim"), `${path}.tail.part`);
    const fd = openLogFile(path, null);
    expect(() => rotateLog(path, limits(), fd)).toThrow(/EEXIST/);
    closeSync(fd);
    expect(readFileSync(join(folder, "victim"), "utf8")).toBe("untouched");
    expect(readFileSync(path, "utf8")).toBe("one\ntwo");
  });
});

class Killed extends Error {}

/** Goes so many actions far, and no further. */
function killedAfter(actions: number): { perform: <T>(action: () => T) => T; done: () => number } {
  let done = 0;
  const perform = <T>(action: () => T): T => {
    if (done === actions) throw new Killed();
    done++;
    return action();
  };
  return { perform, done: () => done };
}

/** Runs what is killed at that action; whether it was. */
function isKilled(run: () => void): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return true;
  }
}

/** The indexes of the rotated files, each of which says here what is in its file, as far as they agree with that. */
function readSlotIndexes(path: string): string[] {
  return slotsOf(path)
    .slice(0, -1)
    .map((lines, index, all) => ({ lines, name: `${path}.${all.length - index}.idx` }))
    .filter(({ lines, name }) => existsSync(name) && readFileSync(name, "latin1") === lines)
    .map(({ lines }) => lines);
}

describe("killed between any two steps of a rotation", () => {
  const contents = [
    ["a line and a rest", "old\nun"],
    ["only whole lines", "old\n"],
    ["no line's end at all", "0123456789012345678901234567890"],
  ] as const;
  const before = [
    ["no rotated files", []],
    ["some", ["3\n", "2\n", "1\n"]],
  ] as const;
  test.each(
    contents.flatMap(([how, text]) => before.map(([what, old]) => ({ how, what, text, old }))),
  )(
    "with $how and $what, it is finished or undone, and another rotation goes well",
    ({ text, old }) => {
      const expected = [...old, text].join("");
      const prepare = (): { path: string; fd: number } => {
        const path = join(temporaryDirectory(), "out.log");
        old.forEach((lines, index) => {
          writeFileSync(`${path}.${old.length - index}`, lines);
          writeFileSync(`${path}.${old.length - index}.idx`, lines);
        });
        writeFileSync(path, text);
        return { path, fd: openLogFile(path, null) };
      };
      const whole = prepare();
      const counting = killedAfter(Number.POSITIVE_INFINITY);
      closeSync(rotateThrough(counting.perform, { ...whole, limits: limits() }));
      expect(slotsOf(whole.path).join("")).toBe(expected);
      expect(counting.done()).toBeGreaterThan(3);
      for (let actions = 0; actions < counting.done(); actions++) {
        // The recovery may be killed as well, at each of its steps.
        for (let again = 0, twice = true; twice; again++) {
          const { path, fd } = prepare();
          const { perform } = killedAfter(actions);
          expect(isKilled(() => rotateThrough(perform, { path, limits: limits(), fd }))).toBe(true);
          closeSync(fd);
          twice = isKilled(() => recoverThrough(killedAfter(again).perform, path));
          recoverLog(path);
          expect(slotsOf(path).join("")).toBe(expected);
          expect(readSlotIndexes(path)).toEqual(old);
          const next = openLogFile(path, null);
          append(next, path, "\nmore\n");
          closeSync(rotateLog(path, limits(), next));
          expect(slotsOf(path).join("")).toBe(`${expected}\nmore\n`);
          const names = readdirSync(join(path, ".."));
          expect(names.filter((name) => name.includes(".tail"))).toEqual([]);
        }
      }
    },
  );

  test("a log of any lines, rotated and killed at any time, has every byte once and in order", () => {
    const step = fc.record({
      lengths: fc.array(fc.nat(12), { maxLength: 4 }),
      isEnded: fc.boolean(),
      killedAt: fc.option(fc.nat(14)),
      backups: fc.constantFrom(50, 60),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const path = join(temporaryDirectory(), "out.log");
        let expected = "";
        let count = 0;
        for (const { lengths, isEnded, killedAt, backups } of steps) {
          const text = lengths.map((length) => `${count++}:${"x".repeat(length)}`).join("\n");
          recoverLog(path);
          const fd = openLogFile(path, null);
          append(fd, path, isEnded ? `${text}\n` : text);
          expected += isEnded ? `${text}\n` : text;
          const { perform } = killedAfter(killedAt ?? Number.POSITIVE_INFINITY);
          let open = fd;
          isKilled(() => {
            open = rotateThrough(perform, { path, limits: limits({ backups }), fd });
          });
          closeSync(open);
        }
        recoverLog(path);
        expect(slotsOf(path).join("")).toBe(expected);
        const cut = slotsOf(path).filter(
          (file, index, all) => !file.endsWith("\n") && index < all.length - 1,
        );
        expect(cut.filter((file) => file.length < 20)).toEqual([]);
        rmSync(join(path, ".."), { recursive: true });
      }),
      { numRuns: 200 },
    );
  });
});

describe("a log is not opened", () => {
  test("when it is a link, a second name of another file, or a folder", () => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, "victim"), "untouched");
    symlinkSync(join(folder, "victim"), join(folder, "link"));
    linkSync(join(folder, "victim"), join(folder, "second"));
    mkdirSync(join(folder, "folder"));
    expect(() => openLogFile(join(folder, "link"), null)).toThrow(/ELOOP/);
    expect(() => openLogFile(join(folder, "second"), null)).toThrow(/EMLINK/);
    expect(() => openLogFile(join(folder, "folder"), null)).toThrow(/EISDIR/);
    expect(readFileSync(join(folder, "victim"), "utf8")).toBe("untouched");
  });
});
