import { processKeyTable } from "../keys/process-key-table.ts";
import { type Assignments, noAssignments } from "../layers/assignment.ts";
import { LayerStack } from "../layers/layer-stack.ts";
import { resolveValues, type Resolving } from "../layers/resolve-values.ts";
import { isName } from "../model/name.ts";
import type { ProcessValues } from "../model/process-values.ts";
import type { Problem } from "../source/problem.ts";
import { type Argv, readWords } from "../values/shell-words.ts";
import type { Document, ProcessSource } from "./document.ts";
import type { Lookup } from "./expand-text.ts";
import { processLookup } from "./process-lookup.ts";
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
  const stack = new LayerStack(layersOf(source, resolver));
  if (stack.strongest("command") === undefined) {
    const hint = 'for example command="sleep 1000"';
    resolver.report({ at: source.at, message: `the process ${source.id} has no command`, hint });
    return [];
  }
  const count = countInstances(source, stack, resolver);
  const processes: ResolvedProcess[] = [];
  for (let instance = 0; instance < count; instance++) {
    const id = count === 1 ? source.id : `${source.id}-${String(instance)}`;
    if (!isName(id)) {
      const message = `with numProcs the id ${id} gets too long`;
      resolver.report({ at: source.at, message, hint: "64 characters at most" });
    }
    processes.push(resolveInstance({ source, id, instance, stack }, resolver));
  }
  return processes;
}

interface InstanceSource {
  readonly source: ProcessSource;
  readonly id: string;
  readonly instance: number;
  readonly stack: LayerStack;
}

function resolveInstance(parts: InstanceSource, { lookup, report }: Resolver): ResolvedProcess {
  const { source, id, instance, stack } = parts;
  const resolving = {
    report,
    lookup: processLookup({ id, group: source.group, instance }, lookup),
  };
  const values = resolveValues<ProcessValues>(processKeyTable, stack, resolving);
  return new ResolvedProcess({
    ...parts,
    values,
    argv: argvOf(values, stack, resolving),
    daemonLookup: lookup,
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

function countInstances(
  { id, group }: ProcessSource,
  stack: LayerStack,
  { lookup, report }: Resolver,
): number {
  const resolving = { lookup: processLookup({ id, group, instance: 0 }, lookup), report };
  const count = stack.strongest("numProcs")?.read(processKeyTable.numProcs, resolving);
  return typeof count === "number" ? count : 1;
}

function argvOf(
  { shell, command, arg }: ProcessValues,
  stack: LayerStack,
  resolving: Resolving,
): Argv {
  if (shell) {
    // A shell takes the word after its command as $0.
    return ["/bin/sh", "-c", command, ...(arg.length === 0 ? [] : ["sh", ...arg])];
  }
  const assignment = stack.strongest("command");
  const [node] = assignment?.nodes ?? [];
  const words =
    assignment === undefined || node === undefined
      ? undefined
      : readWords(node, readContext(assignment.speaker, resolving.lookup, resolving.report));
  const [program, ...rest] = words ?? [command];
  return [program, ...rest, ...arg];
}
