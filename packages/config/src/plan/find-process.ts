import { dpmError, nearest } from "@dpm/errors";
import { namedElements } from "../load/named-elements.ts";
import type { Configuration, EffectiveProcess } from "../model/configuration.ts";
import { groupVocabulary, rootVocabulary } from "../keys/vocabularies.ts";
import type { SourceFile, SourceMap, SourceNode } from "../source/source-node.ts";

/** The process with an id: a single one, an instance of a scaled one, or the first instance of the family. Throws `ERR_DPM_CONFIG_NO_SUCH_PROCESS`. */
export function findProcess({ processes }: Configuration, id: string): EffectiveProcess {
  const found =
    processes.find((process) => process.id === id) ??
    processes.find((process) => process.baseId === id);
  if (found === undefined) {
    const known = new Set(processes.flatMap((process) => [process.id, process.baseId]));
    throw dpmError("ERR_DPM_CONFIG_NO_SUCH_PROCESS", { id, nearest: nearest(id, known) });
  }
  return found;
}

/** The element of a file that defines the process with an id; null when none does. */
export function findProcessElement({ root, format }: SourceFile, id: string): SourceMap | null {
  const report = (): undefined => undefined;
  const under = (map: SourceMap, key: string): readonly SourceNode[] => {
    const { keys } = map === root ? rootVocabulary : groupVocabulary;
    return map.entries
      .filter((entry) => keys.get(entry.key)?.name === key)
      .map(({ value }) => value);
  };
  const groups = namedElements(under(root, "group"), { what: "group", format, report });
  const owners = [root, ...groups.map(({ node }) => node)];
  const processes = owners.flatMap((owner) =>
    namedElements(under(owner, "process"), { what: "process", format, report }),
  );
  return processes.find((process) => process.id === id)?.node ?? null;
}
