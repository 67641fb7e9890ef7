import type { EffectiveProcess } from "../model/configuration.ts";
import type { Lookup } from "./expand-text.ts";

/** The variables that the values of a process see: its own `ID`, `GROUP` and `INSTANCE`, and those of the daemon. */
export function processLookup(
  { id, group, instance }: Pick<EffectiveProcess, "id" | "group" | "instance">,
  daemon: Lookup,
): Lookup {
  return (name) => {
    switch (name) {
      case "ID":
        return id;
      case "GROUP":
        return group ?? undefined;
      case "INSTANCE":
        return String(instance);
      default:
        return daemon(name);
    }
  };
}
