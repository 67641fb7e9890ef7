import { readFileSync } from "node:fs";

import { dpmError } from "@dpm/errors";

/** Reads a file that the user named; `what` names it in the error, ERR_DPM_COMMAND_FILE_UNREADABLE. */
export function readNamedFile(what: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const errno = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw dpmError("ERR_DPM_COMMAND_FILE_UNREADABLE", { what, path, errno }, error);
  }
}
