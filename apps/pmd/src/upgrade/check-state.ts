import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { dpmError, isDpmError } from "@dpm/errors";
import type { RunFlags } from "../arguments.ts";
import { faultLine } from "../fault-line.ts";
import { writePrivateFile } from "../files/write-private-file.ts";
import { planListeners } from "../listeners/plan-listeners.ts";
import { loadWith } from "../load-with.ts";
import type { Paths } from "../paths.ts";
import { migrations } from "../state/migrations.ts";
import { handoverVersion } from "./handover.ts";

/** What a program says of itself when it is asked whether it could take over. */
export type Fitness =
  | { readonly kind: "fit"; readonly name: string; readonly handover: number }
  | { readonly kind: "unfit"; readonly name: string; readonly reason: string };

/** Where to check, and under which name. */
export interface StateCheck {
  readonly paths: Paths;
  readonly flags: RunFlags;
  readonly version: string;
}

/**
 * `pmd --check-state FILE`: looks whether this program could run here, at configuration, state and what it is made of,
 * changes nothing, and writes its answer to the file. Throws only when that can't be written.
 */
export async function checkState(file: string, check: StateCheck): Promise<Fitness> {
  const fitness = await judge(check);
  writePrivateFile(file, `${JSON.stringify(fitness)}\n`);
  return fitness;
}

async function judge({ paths, flags, version }: StateCheck): Promise<Fitness> {
  const name = `pmd ${version}`;
  try {
    const { settings } = await loadWith(paths.configFile, flags);
    planListeners(settings.values.listen, paths.socketFile);
    // Everything that a run loads: a file that is missing in the installation is found here.
    await import("../run.ts");
    assertReadable(paths.databaseFile);
    return { kind: "fit", name, handover: handoverVersion };
  } catch (error) {
    const reason = isDpmError(error) ? error.message : faultLine(error).trim();
    return { kind: "unfit", name, reason };
  }
}

function assertReadable(path: string): void {
  if (!existsSync(path)) return;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const row = database.prepare("PRAGMA user_version").get();
    const found = Number(row?.["user_version"]);
    const known = migrations.length;
    if (found > known) throw dpmError("ERR_DPM_DAEMON_STATE_NEWER", { path, found, known });
  } finally {
    database.close();
  }
}
