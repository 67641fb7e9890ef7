import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram, temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { duplicateDescriptor } from "./kept-descriptor.ts";
import { replaceProgram } from "./replace-program.ts";

const module = new URL("./replace-program.ts", import.meta.url).href;

test.runIf(process.platform === "linux")(
  "another program runs under the same pid, with its words, its environment and the kept descriptor alone",
  async () => {
    const directory = temporaryDirectory();
    const script = join(directory, "before.mjs");
    writeFileSync(
      script,
      `import { openSync } from "node:fs"; import { replaceProgram } from ${JSON.stringify(module)};
      const kept = openSync("kept", "a"); const other = openSync("other", "a");
      console.log(process.pid);
      replaceProgram({ command: ["/bin/sh", "-c", 'echo $$ "$1" "$WORD"; echo hello >/dev/fd/'+kept+'; test -e /dev/fd/'+other+' || echo closed', "sh", "a b"], environment: { WORD: "w", NONE: undefined }, keep: [kept] });`,
    );
    const program = startProgram([process.execPath, "--no-warnings", script], { cwd: directory });
    expect(await program.ended).toEqual({ code: 0, signal: null });
    const pid = String(program.pid);
    expect(program.stdout()).toBe(`${pid}\n${pid} a b w\nclosed\n`);
    expect(readFileSync(join(directory, "kept"), "utf8")).toBe("hello\n");
  },
);

test.runIf(process.platform === "linux")(
  "a program that can't be executed leaves this one as it was",
  () => {
    const fd = openSync("/dev/null", "r");
    const error = replaceProgram({ command: ["/no/such"], environment: {}, keep: [fd] });
    expect(error).toMatchObject({ code: "ERR_DPM_PROCESS_REPLACE_FAILED" });
    expect(error.message).toContain("/no/such (ENOENT)");
    expect(closeOnExec(fd)).toBe(true);
    closeSync(fd);
  },
);

test.runIf(process.platform === "linux")("a second descriptor outlives the first", () => {
  const fd = openSync("/proc/self/stat", "r");
  const copy = duplicateDescriptor(fd);
  closeSync(fd);
  expect(readFileSync(copy, "utf8")).toContain(String(process.pid));
  expect(closeOnExec(copy)).toBe(true);
  closeSync(copy);
  expect(() => duplicateDescriptor(copy)).toThrow(/EBADF/);
});

function closeOnExec(fd: number): boolean {
  const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"));
  return (Number.parseInt(flags?.[1] ?? "0", 8) & 0o2000000) !== 0;
}
