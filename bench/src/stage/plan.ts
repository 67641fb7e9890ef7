import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Scale, Setup } from "../row.ts";
import type { Place, Service, SystemName } from "../system.ts";

/** What is measured in one namespace. */
export interface Plan {
  readonly system: SystemName;
  readonly rows: readonly string[];
  readonly setup: Setup;
  readonly scale: Scale;
  readonly place: Place;
}

/** What the inside tells the outside, one JSON line each. */
export type Report =
  | { readonly kind: "figures"; readonly row: string; readonly figures: Record<string, number> }
  | { readonly kind: "failed"; readonly row: string; readonly message: string }
  | { readonly kind: "done" };

/** The services of a setup; their ids sort as they are numbered. */
export function servicesOf({ setup, place }: Plan): Service[] {
  const directory = join(place.directory, "log");
  mkdirSync(directory, { recursive: true });
  if (setup.kind === "sleepers") {
    const program = join(place.programs, "service");
    return Array.from({ length: setup.count }, (_, index) => {
      const id = `svc-${String(index).padStart(5, "0")}`;
      return {
        id,
        argv: [program, place.stamps, String(index)],
        log:
          setup.log === "file"
            ? { kind: "file", path: join(directory, `${id}.log`) }
            : { kind: setup.log ?? "default" },
      };
    });
  }
  const words = [place.stamps, String(setup.bytes), join(place.directory, "go")];
  return [
    {
      id: "svc-00000",
      argv: [join(place.programs, "lines"), ...words],
      log:
        setup.log === "file"
          ? { kind: "file", path: join(directory, "service.log") }
          : { kind: "rotated", directory, maxBytes: 50_000_000, backups: 20 },
    },
  ];
}
