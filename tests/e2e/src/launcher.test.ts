import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { repository, runProgram } from "./daemon.ts";

/** A repository of which only the launcher is real: what it starts says what it is. */
function repositoryWith(stamps: { readonly bundle?: string; readonly native?: string }): string {
  const root = temporaryDirectory();
  const file = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode: 0o755 });
  };
  file("bin/pmd", "");
  copyFileSync(join(repository, "bin/pmc"), join(root, "bin/pmc"));
  symlinkSync("pmc", join(root, "bin/pm"));
  file("apps/pmc/dist/main.js", "");
  file("node_modules/node/bin/node", '#!/bin/sh\necho "node $2"; exit 3\n');
  if (stamps.bundle !== undefined) file("apps/pmc/dist/main.stamp", `${stamps.bundle}\n`);
  if (stamps.native === undefined) return root;
  file("apps/pmc/dist/native/pmc", '#!/bin/sh\necho "native $1"; exit 4\n');
  file("apps/pmc/dist/native/pmc.stamp", `${stamps.native}\nhow\n`);
  return root;
}

test.each([
  {
    name: "was made of the same bundle",
    bundle: "a",
    native: "a",
    ends: { stdout: "native ping", status: 4 },
  },
  {
    name: "was made of another bundle",
    bundle: "b",
    native: "a",
    ends: { stdout: "node ping", status: 3 },
  },
  { name: "is missing", bundle: "a", ends: { stdout: "node ping", status: 3 } },
  {
    name: "stands beside an old bundle without a stamp",
    native: "a",
    ends: { stdout: "node ping", status: 3 },
  },
])("bin/pmc, when the native client $name", async ({ ends, ...stamps }) => {
  const root = repositoryWith(stamps);
  const link = join(temporaryDirectory(), "steer");
  symlinkSync(join(root, "bin/pm"), link);
  for (const program of [join(root, "bin/pmc"), join(root, "bin/pm"), link]) {
    expect(await runProgram(program, ["ping"])).toEqual({ ...ends, stderr: "" });
  }
});
