import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { startProgram } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";

const programs = new URL("../fixtures/", import.meta.url);
const isRoot = process.getuid?.() === 0;

// Each in a process of its own, since it is about what the engine's process was started with.
function runNode(
  name: string,
  options: { readonly prefix?: readonly string[]; readonly args?: readonly string[] } = {},
) {
  const [first = process.execPath, ...prefix] = options.prefix ?? [];
  const path = fileURLToPath(new URL(name, programs));
  const node = options.prefix === undefined ? [] : [process.execPath];
  return startProgram([first, ...prefix, ...node, path, ...(options.args ?? [])]);
}

describe.runIf(process.platform === "linux")("a daemon that was started with", () => {
  test("too few descriptors tells a failure that passes, and starts programs when there are some again", async () => {
    const program = runNode("few-descriptors.ts", {
      prefix: ["/usr/bin/prlimit", "--nofile=64:64", "--"],
    });
    await program.ended;
    expect(program.stderr()).toBe("");
    expect(program.stdout().split("\n")).toEqual([
      JSON.stringify({ stage: "log", errno: "EMFILE", path: "/dev/null", passing: true }),
      "spawned",
      "",
    ]);
  });

  test("a soft limit of open files hands that on when it is told, not the one that Node raised", async () => {
    const program = runNode("soft-limit.ts", {
      prefix: ["/usr/bin/prlimit", "--nofile=700:2000", "--"],
      args: ["700"],
    });
    await program.ended;
    expect(program.stdout()).toBe("700 2000\n");
  });
});

const canUnshare = isRoot && existsSync("/usr/bin/unshare");

test.runIf(canUnshare)(
  "an innocent process that gets the number of one that ended is never signalled",
  async () => {
    // A world of its own where numbers come round after some hundred processes.
    const program = runNode("reused-number.ts", {
      prefix: ["/usr/bin/unshare", "-pfm", "--mount-proc", "--kill-child"],
    });
    const { code } = await program.ended;
    expect(program.stdout() + program.stderr()).toBe(
      "same number after 0 ms, innocent lives\nsame number after 30 ms, innocent lives\n",
    );
    expect(code).toBe(0);
  },
);

test.runIf(isRoot && process.platform === "linux")(
  "a daemon that is not root refuses another user, a raised limit and a raised priority, and runs as itself by name",
  async () => {
    const program = runNode("unprivileged.ts");
    const { code } = await program.ended;
    expect(program.stderr()).toBe("");
    expect(
      program
        .stdout()
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { stage: "user", errno: "EPERM", path: "root", passing: false },
      { stage: "user", errno: "EPERM", path: "root", passing: false },
      { stage: "limits", errno: "EPERM", path: "nice", passing: false },
      { stage: "limits", errno: "EPERM", path: "/usr/bin/prlimit", passing: false },
      "spawned",
    ]);
    expect(code).toBe(0);
  },
);
