import type { ProcessDefinition } from "./model/process-definition.ts";
import type { Program } from "./model/program.ts";

/** What a new set of definitions would change. */
export interface ReconfigurePlan {
  readonly added: readonly string[];
  /** `restart`: a running instance is replaced; otherwise only the definition is. */
  readonly changed: readonly { readonly id: string; readonly restart: boolean }[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** Compares two sets of definitions by id. Order does not matter, nor does the identity of the objects. */
export function planReconfigure(
  before: ReadonlyMap<string, ProcessDefinition>,
  after: ReadonlyMap<string, ProcessDefinition>,
): ReconfigurePlan {
  const added: string[] = [];
  const changed: { id: string; restart: boolean }[] = [];
  const unchanged: string[] = [];
  for (const [id, definition] of after) {
    const old = before.get(id);
    if (old === undefined) added.push(id);
    else if (old === definition || isSame(old, definition)) unchanged.push(id);
    else
      changed.push({ id, restart: !isSame(whatRuns(old.program), whatRuns(definition.program)) });
  }
  const removed = [...before.keys()].filter((id) => !after.has(id));
  return { added, changed, removed, unchanged };
}

/** What an instance can only get by being replaced; the rotation of its output is not: it is the engine's. */
export function whatRuns(program: Program): object {
  const { capture, stdoutFile, stderrFile } = program.output;
  return { ...program, output: { capture, stdoutFile, stderrFile } };
}

/** Structural equality of plain data; keys that are undefined count as absent. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return false;
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftParts = partsOf(left);
  const rightParts = partsOf(right);
  if (leftParts.size !== rightParts.size) return false;
  for (const [key, part] of leftParts) {
    if (!rightParts.has(key) || !isSame(part, rightParts.get(key))) return false;
  }
  return true;
}

function partsOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, part]) => part !== undefined));
}
