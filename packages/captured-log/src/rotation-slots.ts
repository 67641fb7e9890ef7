import { lstatSync, renameSync, rmSync } from "node:fs";
import { compressedPath, indexPath, rotatedPath } from "./log-names.ts";
import type { Perform } from "./perform.ts";

/**
 * Makes NAME.1 free for the log and moves it there: what lies before the first gap moves by one, the oldest first, and the
 * index of each before it. So it can be broken off anywhere and done again: the gap is where it stopped.
 */
export function shiftSlots(perform: Perform, path: string): void {
  for (let number = countSlots(path); number >= 0; number--) {
    const move = (from: string, to: string): void => {
      if (isThere(from)) perform(() => renameSync(from, to));
    };
    move(indexPath(path, number), indexPath(path, number + 1));
    if (number > 0) move(compressedPath(path, number), compressedPath(path, number + 1));
    move(rotatedPath(path, number), rotatedPath(path, number + 1));
  }
}

/** Removes the rotated files with numbers above this one, as far as no gap lies between. */
export function dropSlotsAbove(perform: Perform, path: string, number: number): void {
  for (let last = countSlots(path); last > number; last--) dropSlot(perform, path, last);
}

/** Removes the oldest rotated files until the rest take no more than this. */
export function dropOldest(perform: Perform, path: string, totalBytes: number): void {
  let sum = 0;
  const count = countSlots(path);
  for (let number = 1; number <= count; number++) {
    sum += sizeOf(rotatedPath(path, number)) + sizeOf(compressedPath(path, number));
    if (sum > totalBytes) return dropSlotsAbove(perform, path, number - 1);
  }
}

/** How many rotated files there are, up to the first gap. */
export function countSlots(path: string): number {
  let count = 0;
  while (isThere(rotatedPath(path, count + 1)) || isThere(compressedPath(path, count + 1))) count++;
  return count;
}

// The index first: one without its file would be taken for that of another.
function dropSlot(perform: Perform, path: string, number: number): void {
  for (const name of [
    indexPath(path, number),
    compressedPath(path, number),
    rotatedPath(path, number),
  ])
    if (isThere(name)) perform(() => rmSync(name, { force: true }));
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
