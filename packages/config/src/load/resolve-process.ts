import { processKeyTable } from "../keys/process-key-table.ts";
import { type Assignments, noAssignments } from "../layers/assignment.ts";
import {
  readAssignment,
  resolveValues,
  type Resolving,
  stackLayers,
  type Stacks,
} from "../layers/resolve-values.ts";
import { isName } from "../model/name.ts";
import type { ProcessValues } from "../model/process-values.ts";
import type { Problem } from "../source/problem.ts";
import { type Argv, readWords } from "../values/shell-words.ts";
import type { Document, ProcessSource } from "./document.ts";
import type { Lookup } from "./expand-text.ts";
import { readContext } from "./reading.ts";
import { ResolvedProcess } from "./resolved-process.ts";

/** What processes are resolved with. */
export interface Resolver {
  readonly document: Document;
  /** The variables of the daemon. */
  readonly lookup: Lookup;
  /** What the daemon's environment says, by id. */
  readonly environment: ReadonlyMap<string, Assignments>;
  readonly report: (problem: Problem) => void;
}

/** The instances of a defined process: one, or `numProcs` of them. */
export function resolveProcess(
  source: ProcessSource,
  resolver: Resolver,
): readonly ResolvedProcess[] {
  const stacks = stackLayers(layersOf(source, resolver));
  const count = countInstances(source, stacks, resolver);
  if (!stacks.has("command")) {
    const hint = 'for example command="sleep 1000"';
    resolver.report({ at: source.at, message: `the process ${source.id} has no command`, hint });
    return [];
  }
  return Array.from({ length: count }, (_, instance) => {
    const id = count === 1 ? source.id : `${source.id}-${String(instance)}`;
    if (!isName(id)) {
      resolver.report({
        at: source.at,
        message: `with numProcs the id ${id} gets too long`,
        hint: "64 characters at most",
      });
    }
    const resolving = {
      report: resolver.report,
      lookup: lookupFor({ source, id, instance }, resolver),
    };
    const values = resolveValues<ProcessValues>(processKeyTable, stacks, resolving);
    const argv = argvOf(values, stacks, resolving);
    return new ResolvedProcess({ id, instance, source, values, argv, stacks, resolving });
  });
}

function layersOf(
  { id, group, said }: ProcessSource,
  { document, environment }: Resolver,
): readonly Assignments[] {
  const ofGroup = group === null ? undefined : document.groups.get(group);
  return [
    document.defaults.main,
    document.defaults.local,
    ofGroup?.main ?? noAssignments,
    ofGroup?.local ?? noAssignments,
    said.main,
    said.local,
    environment.get(id) ?? noAssignments,
  ];
}

interface Reader {
  readonly source: ProcessSource;
  readonly id: string;
  readonly instance: number;
}

function lookupFor({ source, id, instance }: Reader, { lookup }: Resolver): Lookup {
  return (name) => {
    switch (name) {
      case "ID":
        return id;
      case "GROUP":
        return source.group ?? undefined;
      case "INSTANCE":
        return String(instance);
      default:
        return lookup(name);
    }
  };
}

function countInstances(source: ProcessSource, stacks: Stacks, resolver: Resolver): number {
  const assignment = stacks.get("numProcs")?.at(-1);
  if (assignment === undefined) {
    return 1;
  }
  const lookup = lookupFor({ source, id: source.id, instance: 0 }, resolver);
  const count = readAssignment(assignment, processKeyTable.numProcs, {
    lookup,
    report: resolver.report,
  });
  return typeof count === "number" ? count : 1;
}

function argvOf(
  { shell, command, arg }: ProcessValues,
  stacks: Stacks,
  resolving: Resolving,
): Argv {
  if (shell) {
    // A shell takes the word after its command as $0.
    return ["/bin/sh", "-c", command, ...(arg.length === 0 ? [] : ["sh", ...arg])];
  }
  const assignment = stacks.get("command")?.at(-1);
  const [node] = assignment?.nodes ?? [];
  if (assignment === undefined || node?.kind !== "scalar") {
    return [command, ...arg];
  }
  const words = readWords(node, readContext(assignment, resolving.lookup, resolving.report));
  return [...(words ?? ([command] as const)), ...arg] as unknown as Argv;
}
