import { spawnSync } from "node:child_process";
import type { Found } from "../system.ts";

/** Whether a program is there, with what it says about its version. */
export function lookUp(
  argv: readonly [string, ...string[]],
  readVersion: (output: string) => string,
  remedy: string,
): Found {
  const { status, error, stdout, stderr } = spawnSync(argv[0], argv.slice(1), { encoding: "utf8" });
  if (error !== undefined || status === 127)
    return { kind: "missing", why: `${argv[0]} is not installed: ${remedy}` };
  return { kind: "found", version: readVersion(`${stdout}${stderr}`).trim() };
}

/** The version of an installed Debian package, for programs that can't tell theirs. */
export function lookUpPackage(program: string, name: string): Found {
  const present = spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
  if (!present)
    return { kind: "missing", why: `${program} is not installed: apt-get install ${name}` };
  const { stdout } = spawnSync("dpkg-query", ["-W", "-f", "${Version}", name], {
    encoding: "utf8",
  });
  return { kind: "found", version: stdout?.trim() || "unknown" };
}
