import { dpmError } from "@dpm/errors";
import type { Problem } from "../source/problem.ts";
import type { SourceFile } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import { placeOnDisk } from "./place-on-disk.ts";
import type { WrittenPlaces } from "./written-places.ts";

/** An edit that came out wrong. */
export interface WrongEdit {
  readonly problems: readonly Problem[];
  /** How many there are, when not all of them are listed. */
  readonly total: number;
  /** The file as it was read. */
  readonly onDisk: SourceFile;
  /** The file with the edit in it, which never was on disk. */
  readonly edited: SourceFile;
  readonly written: WrittenPlaces;
}

/**
 * Throws `ERR_DPM_CONFIG_EDIT_REFUSED`. What is wrong with an assigned value is told by its key, since it stands nowhere;
 * what is wrong elsewhere by its place on disk.
 */
export function refuseEdit({ problems, total, onDisk, edited, written }: WrongEdit): never {
  throw dpmError("ERR_DPM_CONFIG_EDIT_REFUSED", {
    problems: problems.map(({ at, ...rest }) => {
      const place = formatPlace(at);
      if (written.has(place)) {
        return { ...rest, key: written.get(place) ?? null, at: null };
      }
      const isMoved = at.file === edited.path;
      return { ...rest, key: null, at: isMoved ? placeOnDisk(at, edited, onDisk) : at };
    }),
    total,
  });
}
