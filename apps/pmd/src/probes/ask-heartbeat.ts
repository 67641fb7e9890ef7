import { stat } from "node:fs/promises";

/** Looks at a file that the process touches; the process is well while that is not too long ago. */
export async function askHeartbeat(file: string, failAfterMs: number): Promise<string | null> {
  const { mtimeMs } = await stat(file);
  const ageMs = Math.max(0, Date.now() - mtimeMs);
  return ageMs < failAfterMs ? null : `${file} was touched ${Math.round(ageMs)} ms ago`;
}
