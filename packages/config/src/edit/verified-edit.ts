import { type DpmError, dpmError, hasCode } from "@dpm/errors";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile, SourceNode } from "../source/source-node.ts";
import { type Outline, type OutlineChanges, outlineOf, saysTheSame } from "./outline.ts";
import { applyChanges, type TextChanges } from "./text-change.ts";

/** An edit before it is made. */
export interface PlannedEdit {
  /** Ways to write it, best first: the first that says what is expected is taken. */
  readonly candidates: readonly TextChanges[];
  /** What the edited nodes are to become. */
  readonly expected: OutlineChanges;
}

/**
 * Makes an edit and reads the result again: it must say the same as before but for the edit.
 * Gives the text unchanged when it says so already. Throws `ERR_DPM_CONFIG_NOT_EDITABLE` when no way of writing it does, and
 * `ERR_DPM_CONFIG_VALUE_NOT_WRITABLE` when a control character is why.
 */
export function makeVerified(file: SourceFile, { candidates, expected }: PlannedEdit): string {
  if (countNodes(file.root, expected) !== expected.size) {
    throw notEditable(file, "the place to edit is not in this file");
  }
  const before = outlineOf(file.root);
  const wanted = outlineOf(file.root, expected);
  if (wanted === null || before === null) {
    throw notEditable(file, "its root cannot be removed");
  }
  if (saysTheSame(wanted, before)) {
    return file.text;
  }
  let reason = "the edit would change more than the one place";
  let isUnreadable = false;
  for (const changes of candidates) {
    const text = applyChanges(file.text, changes);
    try {
      if (saysTheSame(readOutline(file, text), wanted)) {
        return text;
      }
    } catch (error) {
      if (!hasCode(error, "ERR_DPM_CONFIG_INVALID")) {
        throw error;
      }
      isUnreadable = true;
      reason = `the value cannot be written there: ${withoutPlace(error.message)}`;
    }
  }
  const what = isUnreadable ? controlCharacterIn(expected) : null;
  if (what === null) throw notEditable(file, reason);
  throw dpmError("ERR_DPM_CONFIG_VALUE_NOT_WRITABLE", { file: file.path, what });
}

function countNodes(node: SourceNode, wanted: OutlineChanges): number {
  const own = wanted.has(node) ? 1 : 0;
  switch (node.kind) {
    case "scalar":
      return own;
    case "map":
      return node.entries.reduce((sum, { value }) => sum + countNodes(value, wanted), own);
    case "list":
      return node.items.reduce((sum, item) => sum + countNodes(item, wanted), own);
    default:
      return node satisfies never;
  }
}

function readOutline({ path }: SourceFile, text: string): Outline {
  return outlineOf(parseSource({ path, content: text }).root) ?? "";
}

function notEditable(file: SourceFile, reason: string): DpmError {
  return dpmError("ERR_DPM_CONFIG_NOT_EDITABLE", { file: file.path, reason });
}

/** The first control character of the new values that most formats refuse, in words. */
function controlCharacterIn(expected: OutlineChanges): string | null {
  const isFound = (character: string): boolean => character < " " && !"\t\n\r".includes(character);
  const found = [...expected.values()]
    .flatMap((outline) => Array.from(textOf(outline)))
    .find(isFound);
  if (found === undefined) return null;
  const number = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `the control character U+${number}`;
}

/** Everything that is written in it. */
function textOf(outline: Outline | null): string {
  if (outline === null || typeof outline === "string") return outline ?? "";
  return outline.kind === "list"
    ? outline.items.map(textOf).join("")
    : outline.entries.map(([key, value]) => key + textOf(value)).join("");
}

/** The place in a text that is never written would only mislead. */
function withoutPlace(message: string): string {
  return message.replace(/^[^\n]*?:\d+:\d+: /, "");
}
