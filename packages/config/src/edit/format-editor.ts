import type {
  SourceEntry,
  SourceFile,
  SourceList,
  SourceMap,
  SourceScalar,
} from "../source/source-node.ts";
import type { Outline } from "./outline.ts";
import type { TextChanges } from "./text-change.ts";

/** What an entry can be put into: a map, or the empty scalar that stands where a map may stand, such as `<settings/>`. */
export type EntryTarget = SourceMap | SourceScalar;

/** A key and what is to stand under it. */
export interface NewEntry {
  readonly key: string;
  readonly value: Outline;
}

/** Where a node stands in its parent. */
export type NodePlace =
  | {
      readonly kind: "entry";
      readonly parent: SourceMap;
      readonly index: number;
      readonly entry: SourceEntry;
    }
  | { readonly kind: "item"; readonly parent: SourceList; readonly index: number };

/**
 * How one format is edited. Each function gives ways to write the edit, best first, none when the format has no way;
 * whether a way says what it should is checked by `makeVerified`.
 */
export interface FormatEditor {
  replaceScalar(file: SourceFile, scalar: SourceScalar, text: string): readonly TextChanges[];
  insertEntry(file: SourceFile, target: EntryTarget, entry: NewEntry): readonly TextChanges[];
  appendItem(file: SourceFile, list: SourceList, value: Outline): readonly TextChanges[];
  remove(file: SourceFile, place: NodePlace): readonly TextChanges[];
}
